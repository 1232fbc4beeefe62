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

# ---- summary curve (Combescure, Foucher, Jackson 2014; Jackson, White, Thompson 2010), by formula ----
# metaSurvival 0.1.0 (not in Debian) gives missing intervals a variance of 1e12 instead of leaving them out and 1.96 for z:
# its numbers for the same data, run once, are kept beside the formulas and agree to 2e-8.
h <- read.csv(file.path("..", "resources", "survival", "hepatocellular.csv"), comment.char = "#")
summary_curve <- function(h, level = 0.95) {
  grid <- sort(unique(h$months)); k <- unique(h$study)
  y <- v <- matrix(NA, length(k), length(grid))
  for (i in seq_along(k)) {
    s <- h[h$study == k[i], ]; p <- s$survival / c(1, s$survival[-nrow(s)])
    y[i, seq_len(nrow(s))] <- asin(sqrt((s$atRisk * p + 0.25) / (s$atRisk + 0.5))); v[i, seq_len(nrow(s))] <- 1 / (4 * s$atRisk + 2)
  }
  m <- matrix(0, length(grid), length(grid))
  for (a in seq_along(grid)) for (b in seq_along(grid)) {
    ok <- !is.na(y[, a]) & !is.na(y[, b]); if (sum(ok) < 2) next
    w <- 1 / sqrt(v[ok, a] * v[ok, b])
    q <- sum(w * (y[ok, a] - weighted.mean(y[ok, a], w)) * (y[ok, b] - weighted.mean(y[ok, b], w)))
    m[a, b] <- (q - (if (a == b) sum(ok) - 1 else 0)) / (sum(w) - sum(w^2) / sum(w))
  }
  e <- eigen((m + t(m)) / 2); tau <- e$vectors %*% diag(pmax(e$values, 0), length(grid)) %*% t(e$vectors)
  pool <- function(tau) {
    P <- matrix(0, length(grid), length(grid)); r <- numeric(length(grid))
    for (i in seq_along(k)) {
      ok <- which(!is.na(y[i, ])); w <- solve(tau[ok, ok] + diag(v[i, ok], length(ok)))
      P[ok, ok] <- P[ok, ok] + w; r[ok] <- r[ok] + w %*% y[i, ok]
    }
    C <- solve(P); b <- drop(C %*% r); g <- 2 / tan(b); L <- lower.tri(C, TRUE) * 1
    s <- cumprod(sin(b)^2); se <- sqrt(diag(L %*% (C * outer(g, g)) %*% t(L))); z <- qnorm((1 + level) / 2)
    list(survival = I(s), lower = I(s * exp(-z * se)), upper = I(pmin(1, s * exp(z * se))), b = b)
  }
  common <- pool(0 * tau); random <- pool(tau)
  Q <- sum((y - rep(common$b, each = length(k)))^2 / v, na.rm = TRUE)
  list(times = I(grid), common = common[1:3], random = random[1:3], q = Q, df = sum(!is.na(y)) - length(grid))
}
whole_curve <- summary_curve(h)
whole_curve$metaSurvival <- list(
  common = I(c(0.94497449570, 0.84347436416, 0.73872717144, 0.66245129437, 0.58662304137, 0.52144089758, 0.40882896365)),
  random = I(c(0.93524920641, 0.82628083319, 0.70123427900, 0.61766269851, 0.53060765668, 0.44916319834, 0.32921714511)),
  medianCommon = 6.571189, medianRandom = 5.375810)
print(relative_difference(whole_curve$common$survival[1:7], whole_curve$metaSurvival$common))
print(relative_difference(whole_curve$random$survival[1:7], whole_curve$metaSurvival$random))
write_survival("survival_summary", "formulas; metaSurvival 0.1.0 msurv", list(c(list(name = "all"), whole_curve),
  c(list(name = "first six months"), summary_curve(h[h$months <= 6, ]))))
