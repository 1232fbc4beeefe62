# Binomial-normal models with fixed study effects and conditional approximate ones on the further tables of metadat; the exact
# conditional model where a table is small. Slow: about half an hour on one core. The models of glmm.R are checked in every corner there.
source("glmmfits.R")
small_enough <- function(d) nrow(d) <= 10 && sum(d$ai + d$ci) <= 400
cases <- parallel::mclapply(names(more_tables), function(name) {
  d <- more_tables[[name]]
  fits <- list(one_fit(name, "UM.FS", "OR", d), one_fit(name, "CM.AL", "OR", d))
  if (small_enough(d)) fits <- c(fits, list(one_fit(name, "CM.EL", "OR", d)))
  list(name = name, kind = "OR", ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i), fits = fits)
}, mc.cores = as.integer(Sys.getenv("CORES", "1")), mc.preschedule = FALSE)
write_golden("glmmsets", paste("rma.glmm(measure = OR, model = UM.FS | CM.AL | CM.EL, method = ML | EE, nAGQ = 25), as in glmm.R"), cases)
