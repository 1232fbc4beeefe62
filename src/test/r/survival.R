# Kaplan-Meier, log-rank family, Cox model and its proportional-hazards test: R survival (Debian r-cran-survival),
# linear statistics of weighted tests from coin, and formulas (Klein, Moeschberger 2003, chapter 7) for what survdiff lacks:
# left truncation, weights other than rho, trend. Run from this directory: Rscript survival.R
source("common.R")
suppressPackageStartupMessages({library(survival); library(coin)})
set.seed(20240607)

data(gehan, package = "MASS")
leukaemia <- data.frame(time = gehan$time, event = gehan$cens, group = as.character(gehan$treat), stratum = as.character(gehan$pair))
veteran_ <- with(veteran, data.frame(time, event = status, group = as.character(celltype), stratum = as.character(trt),
  karno, age, trt, prior, diagtime))
lung_ <- with(lung, data.frame(time, event = status - 1, group = ifelse(sex == 1, "male", "female"), age, sex,
  ph.ecog, wt.loss, stratum = as.character(inst)))
simulated <- function(n, groups) {
  g <- sample(groups, n, TRUE); t <- round(rexp(n, 0.1 * (1 + 0.5 * match(g, groups))), 1) + 0.1; c <- round(runif(n, 0, 20), 1) + 0.1
  data.frame(time = pmin(t, c), event = as.numeric(t <= c), group = g, x = round(rnorm(n), 2), z = rbinom(n, 1, 0.4),
             stratum = sample(c("s1", "s2", "s3"), n, TRUE))
}
tied <- simulated(60, c("a", "b", "c")); tied$time <- ceiling(tied$time)
truncated <- simulated(80, c("a", "b")); truncated$entry <- round(truncated$time * runif(80, 0, 0.7), 1)
whole <- simulated(50, c("a", "b")); whole$weight <- sample(1:4, 50, TRUE)
fractional <- simulated(50, c("a", "b")); fractional$weight <- round(runif(50, 0.2, 3), 2)
censored <- data.frame(time = c(3, 1, 4, 1, 5), event = 0, group = c("a", "a", "b", "b", "b"))
one <- data.frame(time = 2, event = 1, group = "a")
together <- data.frame(time = rep(7, 6), event = 1, group = rep(c("a", "b"), 3))
noneinone <- data.frame(time = c(1, 2, 3, 4, 5, 6), event = c(1, 1, 0, 0, 0, 0), group = rep(c("a", "b"), c(3, 3)))
SETS <- list(leukaemia = leukaemia, veteran = veteran_, lung = lung_, tied = tied, truncated = truncated, whole = whole,
             fractional = fractional, censored = censored, one = one, together = together, noneinone = noneinone)

# ---- the data as test resources ----
export <- function(d, name, source) {
  file <- file.path("..", "resources", "survival", paste0(name, ".csv"))
  dir.create(dirname(file), showWarnings = FALSE)
  writeLines(c(paste0("# ", source), capture.output(write.csv(d, row.names = FALSE, quote = FALSE, na = ""))), file)
}
export(setNames(leukaemia, c("weeks", "relapse", "treatment", "pair")), "leukaemia",
  "Freireich et al., Blood 1963;21:699; Gehan, Biometrika 1965;52:203. From R MASS, data set gehan.")
export(veteran, "veteran", "Kalbfleisch, Prentice, The Statistical Analysis of Failure Time Data, 1980, p. 223. From R survival, data set veteran.")
export(lung, "lung", "Loprinzi et al., J Clin Oncol 1994;12:601. From R survival, data set lung; status 2 = dead, sex 2 = female.")

write_survival <- function(name, call, cases) {
  versions <- list(R = R.version.string, survival = as.character(packageVersion("survival")), coin = as.character(packageVersion("coin")))
  file <- file.path("..", "resources", "golden", paste0(name, ".json"))
  writeLines(json(list(versions = versions, script = "src/test/r/survival.R", call = call, cases = unname(cases))), file)
  cat(sprintf("%s: %d cases\n", file, length(cases)))
}
columns <- function(d) {
  keep <- lapply(d, I); keep
}
surv <- function(d) if (is.null(d$entry)) Surv(d$time, d$event) else Surv(d$entry, d$time, d$event)

# ---- curves ----
TYPES <- c(PLAIN = "plain", LOG = "log", LOG_LOG = "log-log", ARCSINE = "arcsin")
curve <- function(d, label, type) {
  d <- d[d$group == label, ]; d$w <- if (is.null(d$weight)) rep(1, nrow(d)) else d$weight
  f <- survfit(surv(d) ~ 1, data = d, weights = w, conf.type = type, robust = FALSE, timefix = FALSE)
  tau <- floor(max(d$time) * 0.7 * 10) / 10; tau <- max(tau, min(d$time))
  probs <- c(0.1, 0.3, 0.6, 0.77)
  q <- quantile(f, probs)
  # bounds can rise again (late entries): quantile() then sorts them, print() takes the first crossing; so do we
  first <- function(bound) sapply(probs, function(p) { below <- which(bound < 1 - p + 1e-8); if (length(below)) f$time[below[1]] else NA })
  if (any(diff(na.omit(f$lower)) > 0)) { cat(label, type, "lower bounds rise\n"); q$lower <- first(f$lower) }
  if (any(diff(na.omit(f$upper)) > 0)) { cat(label, type, "upper bounds rise\n"); q$upper <- first(f$upper) }
  b <- summary(f, rmean = tau)$table
  at <- sort(unique(c(0.5, 1, 2, 4, tau))); at <- at[at <= max(d$time)]
  s <- summary(f, times = at)
  list(group = label, type = names(TYPES)[TYPES == type], time = I(f$time), atRisk = I(f$n.risk), events = I(f$n.event),
       censored = I(f$n.censor), survival = I(f$surv), se = I(f$std.err * f$surv), lower = I(f$lower), upper = I(f$upper),
       median = I(unname(b[c("median", "0.95LCL", "0.95UCL")])), tau = tau, rmean = unname(b["rmean"]), rmeanSe = unname(b["se(rmean)"]),
       probs = I(probs), quantile = I(unname(q$quantile)), quantileLower = I(unname(q$lower)), quantileUpper = I(unname(q$upper)),
       at = I(at), atSurvival = I(s$surv), atNumber = I(s$n.risk))
}
km <- lapply(names(SETS), function(name) {
  d <- SETS[[name]]
  list(name = name, data = columns(d[intersect(names(d), c("time", "event", "entry", "weight", "group"))]),
       curves = unlist(lapply(unique(d$group), function(g) lapply(unname(TYPES), function(t) curve(d, g, t))), recursive = FALSE))
})
write_survival("survival_km", "survfit(Surv(entry, time, event) ~ 1, weights, conf.type, robust = FALSE, timefix = FALSE) of each group", km)

# ---- tests ----
WEIGHTS <- list(
  LOG_RANK = function(n, d, s) rep(1, length(n)), GEHAN = function(n, d, s) n, TARONE_WARE = function(n, d, s) sqrt(n),
  PETO_PETO = function(n, d, s) s, PRENTICE = function(n, d, s) cumprod(n / (n + d)),
  PRENTICE_MAREK = function(n, d, s) cumprod(1 - d / (n + 1)),
  ANDERSEN = function(n, d, s) c(1, cumprod(1 - d / (n + 1))[-length(n)]) * n / (n + 1),
  FH_0.5_0 = function(n, d, s) s^0.5, FH_0_1 = function(n, d, s) (1 - s), FH_1_1 = function(n, d, s) s * (1 - s))
weighted <- function(d, weight, stratified) {
  labels <- unique(d$group); k <- length(labels)
  w <- if (is.null(d$weight)) rep(1, nrow(d)) else d$weight
  entry <- if (is.null(d$entry)) rep(-1, nrow(d)) else d$entry
  strata <- if (stratified) d$stratum else rep("all", nrow(d))
  oe <- o <- e <- numeric(k); v <- matrix(0, k, k)
  for (h in unique(strata)) {
    here <- strata == h; t <- sort(unique(d$time[here & d$event == 1])); if (length(t) == 0) next
    nj <- sapply(labels, function(g) sapply(t, function(u) sum(w[here & d$group == g & entry < u & d$time >= u])))
    dj <- sapply(labels, function(g) sapply(t, function(u) sum(w[here & d$group == g & d$event == 1 & d$time == u])))
    nj <- matrix(nj, ncol = k); dj <- matrix(dj, ncol = k); n <- rowSums(nj); dd <- rowSums(dj)
    s <- c(1, cumprod(1 - dd / n)[-length(t)]); a <- weight(n, dd, s)
    o <- o + colSums(dj); e <- e + colSums(nj * dd / n); oe <- oe + colSums(a * (dj - nj * dd / n))
    for (i in seq_along(t)) if (n[i] > 1) {
      p <- nj[i, ] / n[i]; v <- v + a[i]^2 * dd[i] * (n[i] - dd[i]) / (n[i] - 1) * (diag(p, k) - p %*% t(p))
    }
  }
  used <- diag(v) > 1e-12 * max(diag(v)); r <- which(used)[-1]
  chi2 <- if (sum(used) < 2) NA else drop(oe[r] %*% solve(v[r, r, drop = FALSE], oe[r]))
  scores <- seq_len(k); z <- sum(scores * oe) / sqrt(drop(scores %*% v %*% scores))
  list(observed = I(o), expected = I(e), difference = I(oe), variance = I(as.vector(v)), chi2 = chi2, df = max(0, sum(used) - 1), trend = z)
}
tests <- list()
for (name in setdiff(names(SETS), c("fractional", "one"))) for (w in names(WEIGHTS)) for (stratified in c(FALSE, TRUE)) {
  d <- SETS[[name]]; if (stratified && is.null(d$stratum)) next
  if (stratified) d <- d[!is.na(d$stratum), ]
  case <- c(list(name = name, weight = w, stratified = stratified), weighted(d, WEIGHTS[[w]], stratified))
  rho <- c(LOG_RANK = 0, PETO_PETO = 1, FH_0.5_0 = 0.5)[w]
  if (!is.na(rho) && is.null(d$weight) && is.null(d$entry) && !(name %in% c("censored", "together"))) {
    d$group <- factor(d$group, unique(d$group))
    s <- if (stratified) survdiff(Surv(time, event) ~ group + strata(stratum), d, rho = rho) else survdiff(Surv(time, event) ~ group, d, rho = rho)
    case$survdiff <- s$chisq
    if (rho == 0 || !stratified) stopifnot(abs(s$chisq / case$chi2 - 1) < 1e-9) else if (abs(s$chisq / case$chi2 - 1) > 1e-9) cat("survdiff differs", name, w, "\n")
  }
  type <- c(LOG_RANK = "logrank", GEHAN = "Gehan-Breslow", TARONE_WARE = "Tarone-Ware", PETO_PETO = "Peto-Peto", PRENTICE = "Prentice",
            PRENTICE_MAREK = "Prentice-Marek", ANDERSEN = "Andersen-Borgan-Gill-Keiding")[w]
  if (!is.na(type) && !stratified && is.null(d$weight) && is.null(d$entry) && !(name %in% c("censored", "together"))) {
    scores <- logrank_trafo(Surv(d$time, d$event), ties.method = "average-scores", type = type)
    scores2 <- logrank_trafo(Surv(d$time, d$event), ties.method = "mid-ranks", type = type)
    case$coin <- I(as.vector(-tapply(scores2, factor(d$group, unique(d$group)), sum)))
  }
  tests <- c(tests, list(case))
}
write_survival("survival_tests", "formulas; survdiff(rho =) where it can; coin logrank_trafo(type =) summed by group", lapply(tests, function(case) {
  d <- SETS[[case$name]]; if (case$stratified) d <- d[!is.na(d$stratum), ]
  if (case$weight == "LOG_RANK") case$data <- columns(d[intersect(names(d), c("time", "event", "entry", "weight", "group", "stratum"))])
  case
}))

# ---- Cox ----
TIGHT_COX <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100, timefix = FALSE)
cox <- function(name, d, covariates, ties, stratified = FALSE) {
  d <- d[complete.cases(d[c(covariates, if (stratified) "stratum")]), ]
  d$w <- if (is.null(d$weight)) rep(1, nrow(d)) else d$weight
  d$y <- surv(d)
  right <- paste(c(covariates, if (stratified) "strata(stratum)"), collapse = " + ")
  f <- coxph(as.formula(paste("y ~", right)), d, weights = w, ties = ties, control = TIGHT_COX, robust = FALSE)
  s <- summary(f)
  z <- if (is.null(d$weight)) lapply(c(KM = "km", IDENTITY = "identity", RANK = "rank", LOG = "log"), function(tr) {
    zz <- cox.zph(f, tr, singledf = TRUE)$table; list(chisq = I(unname(zz[, 1])), df = I(unname(zz[, 2])), p = I(unname(zz[, 3])))
  }) else list()
  list(name = name, ties = toupper(ties), stratified = stratified, covariates = I(covariates),
       data = columns(d[intersect(names(d), c("time", "event", "entry", "weight", "stratum", covariates))]),
       estimate = I(unname(coef(f))), se = I(unname(sqrt(diag(f$var)))), variance = I(as.vector(f$var)), loglik = I(f$loglik),
       score = f$score, wald = unname(f$wald.test), lr = unname(s$logtest[1]), zph = z)
}
leukaemia$treated <- as.numeric(leukaemia$group == "6-MP")
cases <- list()
for (ties in c("efron", "breslow")) cases <- c(cases, list(
  cox("leukaemia", leukaemia, "treated", ties), cox("veteran", veteran_, c("karno", "age", "trt", "prior"), ties),
  cox("veteran by trt", veteran_, c("karno", "age"), ties, TRUE), cox("lung", lung_, c("sex", "age", "ph.ecog", "wt.loss"), ties),
  cox("lung by institution", lung_, c("sex", "age"), ties, TRUE),
  cox("tied", tied, c("x", "z"), ties), cox("truncated", truncated, c("x", "z"), ties), cox("truncated, strata", truncated, c("x", "z"), ties, TRUE),
  cox("whole", whole, c("x", "z"), ties), cox("fractional", fractional, c("x"), ties)))
write_survival("survival_cox", "coxph(ties =, control = coxph.control(eps = 1e-13, timefix = FALSE)), cox.zph(transform =)", cases)
