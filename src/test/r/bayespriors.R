# The empirical priors of tau^2 that bayesmeta tabulates, every combination: Turner et al. 2015, Rhodes et al. 2015. Run: Rscript bayespriors.R
source("common.R")
suppressPackageStartupMessages(library(bayesmeta))
kinds <- c("pharmacological", "non-pharmacological", "placebo / control")
pairs <- list(c(1, 1), c(1, 2), c(1, 3), c(2, 2), c(2, 3))  # in the order of InterventionComparison
cases <- list()
add <- function(source, outcome, area, prior, comparison) {
  p <- prior$parameters
  cases[[length(cases) + 1]] <<- list(source = source, outcome = outcome - 1, comparison = comparison - 1, area = area - 1,
    location = p[1, 1], scale = p[1, 2], median = prior$qprior(0.5), quantile95 = prior$qprior(0.95), density = prior$dprior(0.3))
}
turner <- eval(formals(TurnerEtAlPrior)$outcome); rhodes <- eval(formals(RhodesEtAlPrior)$outcome); areas <- c("other", "respiratory", "cancer")
for (o in seq_along(turner)) for (c in seq_along(pairs))
  add("turner2015", o, 1, TurnerEtAlPrior(turner[o], kinds[pairs[[c]][1]], kinds[pairs[[c]][2]]), c)
for (o in seq_along(rhodes)) for (a in seq_along(areas)) for (c in seq_along(pairs))
  add("rhodes2015", o, a, RhodesEtAlPrior(rhodes[o], kinds[pairs[[c]][1]], kinds[pairs[[c]][2]], areas[a]), c)
write_golden("bayespriors", paste("TurnerEtAlPrior, RhodesEtAlPrior of bayesmeta", packageVersion("bayesmeta")), cases)
