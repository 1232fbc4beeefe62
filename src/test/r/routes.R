# Conversions by a second, independent route: seeded patients go through R's own tests and models, and the conversion must come back to
# what is computed from the patients themselves. For the conversions of which no paper's worked example was found in print.
source("common.R")
suppressPackageStartupMessages(library(survival))
set.seed(2008)
cases <- list(); add <- function(kind, ...) cases[[length(cases) + 1]] <<- c(list(kind = kind), list(...))

# two arms: t.test, aov, cor; one arm: t.test against 0
for (k in 1:6) {
  n1 <- c(2, 9, 25, 60, 14, 200)[k]; n2 <- c(3, 12, 25, 31, 90, 150)[k]
  y1 <- rnorm(n1, c(3, 2, 7, -4, 0.1, 55)[k], c(1, 2, 3, 5, 0.02, 9)[k]); y2 <- rnorm(n2, c(1, 2.5, 6, -2, 0.11, 54)[k], c(1.5, 2, 4, 4, 0.03, 11)[k])
  t <- t.test(y1, y2, var.equal = TRUE); low <- t.test(y1, y2, var.equal = TRUE, conf.level = 0.9); one <- t.test(y1)
  arm <- rep(1:0, c(n1, n2)); y <- c(y1, y2); a <- anova(lm(y ~ arm))
  sp <- sqrt(((n1 - 1) * var(y1) + (n2 - 1) * var(y2)) / (n1 + n2 - 2))
  above <- t.test(y1, y2, var.equal = TRUE, alternative = if (mean(y1) > mean(y2)) "greater" else "less")
  add("arms", n1 = n1, n2 = n2, difference = mean(y1) - mean(y2), sd = sp, se = sp * sqrt(1 / n1 + 1 / n2), t = unname(t$statistic), p = t$p.value,
    oneSided = above$p.value, f = a$F[1], lower = t$conf.int[1], upper = t$conf.int[2], lower90 = low$conf.int[1], upper90 = low$conf.int[2],
    r = cor(arm, y), d = (mean(y1) - mean(y2)) / sp, mean1 = mean(y1), sd1 = sd(y1), t1 = unname(one$statistic), p1 = one$p.value, lower1 = one$conf.int[1],
    upper1 = one$conf.int[2])
}
# before and after, or a crossover trial: paired t.test
for (k in 1:5) {
  n <- c(3, 8, 20, 45, 120)[k]; x <- rnorm(n, 50, 8); z <- c(0.9, 0.5, 0.7, -0.2, 0)[k] * (x - 50) + rnorm(n, c(54, 47, 52, 50.5, 49)[k], 6)
  t <- t.test(z, x, paired = TRUE); low <- t.test(z, x, paired = TRUE, conf.level = 0.9)
  add("pairs", n = n, change = mean(z) - mean(x), sdBefore = sd(x), sdAfter = sd(z), sdChange = sd(z - x), correlation = cor(x, z), se = sd(z - x) / sqrt(n),
    t = unname(t$statistic), p = t$p.value, lower = t$conf.int[1], upper = t$conf.int[2], lower90 = low$conf.int[1], upper90 = low$conf.int[2])
}
# two-by-two tables: chisq.test with and without correction, correlation of the patients' zeros and ones
for (cells in list(c(12, 18, 5, 25), c(3, 9, 8, 4), c(140, 60, 110, 90), c(40, 41, 22, 300))) {
  x <- rep(c(1, 1, 0, 0), cells); e <- rep(c(1, 0, 1, 0), cells); m <- matrix(cells, 2, byrow = TRUE)
  add("table", cells = I(cells), phi = cor(x, e), chi2 = unname(suppressWarnings(chisq.test(m, correct = FALSE))$statistic),
    yates = unname(suppressWarnings(chisq.test(m))$statistic), p = suppressWarnings(chisq.test(m, correct = FALSE))$p.value)
}
# regression: t, F and R2 of lm; partial and semi-partial correlations from residuals
for (k in 1:4) {
  n <- c(12, 30, 80, 400)[k]; m <- c(2, 3, 5, 4)[k]; X <- matrix(rnorm(n * m), n); X[, 1] <- X[, 1] + 0.5 * X[, 2]
  y <- drop(X %*% seq(-0.6, 0.8, length.out = m)) + rnorm(n); s <- summary(lm(y ~ X)); others <- X[, -1]
  add("regression", n = n, m = m, t = s$coefficients[2, 3], f = unname(s$fstatistic[1]), rSquared = s$r.squared,
    partial = cor(resid(lm(y ~ others)), resid(lm(X[, 1] ~ others))), semiPartial = cor(y, resid(lm(X[, 1] ~ others))), rOf = cor(y, X[, 1]),
    tOf = unname(cor.test(y, X[, 1])$statistic), pOf = cor.test(y, X[, 1])$p.value)
}
# log-rank: survdiff, and the first step of Cox' partial likelihood from 0, which is (O - E)/V where no times are tied
for (k in 1:3) {
  n <- c(30, 120, 400)[k]; arm <- rep(1:0, n / 2); time <- rexp(n, ifelse(arm == 1, 0.7, 1)); end <- runif(n, 0.5, 4); event <- as.numeric(time <= end); time <- pmin(time, end)
  s <- survdiff(Surv(time, event) ~ I(1 - arm)); step <- coxph(Surv(time, event) ~ arm, control = coxph.control(iter.max = 1), init = 0) |> suppressWarnings()
  add("logrank", observed = I(s$obs), expected = I(s$exp), v = s$var[1, 1], chi2 = s$chisq, p = pchisq(s$chisq, 1, lower.tail = FALSE), step = unname(coef(step)))
}
# medians of exponential survival: the rate ratio of a Poisson model with the person-time that these medians mean
for (x in list(c(12, 8, 40, 55), c(5.5, 9.1, 100, 80), c(24, 23, 12, 9))) {
  g <- glm(c(x[3], x[4]) ~ c(1, 0) + offset(log(c(x[3] * x[1], x[4] * x[2]) / log(2))), family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100))
  add("medians", median1 = x[1], median2 = x[2], events1 = x[3], events2 = x[4], estimate = unname(coef(g)[2]), se = unname(sqrt(diag(vcov(g)))[2]))
}
# curves with numbers at risk: 4000 patients read at 40 times, beside their Cox model
arm <- rep(1:0, 2000); time <- rexp(4000, ifelse(arm == 1, 0.7, 1)); end <- runif(4000, 0.5, 6); event <- as.numeric(time <= end); time <- pmin(time, end)
at <- seq(0, 2, length.out = 41); read <- function(a) { s <- survfit(Surv(time[arm == a], event[arm == a]) ~ 1)
  list(survival = I(c(1, summary(s, times = at[-1])$surv)), atRisk = I(sapply(at, function(u) sum(time[arm == a] > u)))) }
cut <- pmin(time, 2); died <- ifelse(time <= 2, event, 0); cox <- coxph(Surv(cut, died) ~ arm)
add("curve", first = read(1), second = read(0), estimate = unname(coef(cox)), se = unname(sqrt(vcov(cox))[1]))
# raw means and SDs of log-normal arms by quadrature: methods 1 and 2 of Higgins, White and Anzures-Cabrera 2008 must come back to the logs
moment <- function(k, mu, s) integrate(function(z) exp(k * (mu + s * z)) * dnorm(z), -12, 14, rel.tol = 1e-13, subdivisions = 1000)$value
for (x in list(c(1.3, 0.5, 0.9, 0.5, 20, 31), c(-2, 0.3, -1.8, 0.3, 50, 9), c(4, 0.9, 4.4, 0.9, 8, 8))) {
  raw <- function(mu, s) { m <- moment(1, mu, s); c(m, sqrt(moment(2, mu, s) - m^2)) }
  add("logMeans", n1 = x[5], n2 = x[6], mu1 = x[1], mu2 = x[3], sigma = x[2], raw1 = I(raw(x[1], x[2])), raw2 = I(raw(x[3], x[4])))
}
# method 3, no distribution: gamma values of small coefficient of variation, whose logs have digamma and trigamma as moments
for (shape in c(400, 2500)) add("taylor", mean = shape / 3, sd = sqrt(shape) / 3, logMean = digamma(shape) - log(3), logSd = sqrt(trigamma(shape)))
# clusters: variance of a sum of observations with an exchangeable correlation, by the matrix
for (x in list(list(rep(8, 6), 0.05), list(c(4, 9, 15, 30, 12, 20), 0.03), list(c(2, 50, 3), 0.2))) {
  id <- rep(seq_along(x[[1]]), x[[1]]); R <- outer(id, id, "==") * x[[2]]; diag(R) <- 1; m <- x[[1]]
  add("clusters", sizes = I(m), icc = x[[2]], designEffect = sum(R) / length(id), cv = sqrt(mean((m - mean(m))^2)) / mean(m))
}
# Box-Cox: the example on the first page of estmeansd (minimum 2, median 4, maximum 9, n = 100). Its programme draws n + 1000 normal values
# and takes their mean and SD after the transformation back; with its seed this gives the printed 4.210971 and 1.337348 digit by digit.
f <- function(x, l) if (abs(l) < 1e-8) log(x) else (x^l - 1) / l
q <- c(2, 4, 9); n <- 100; l <- max(0, uniroot(function(l) { t <- f(q, l); (t[3] - t[2]) / (t[2] - t[1]) - 1 }, c(-2, 3), tol = 1e-14)$root)
t <- f(q, l); w <- 4 / (4 + n^0.75); mu <- w * (t[1] + t[3]) / 2 + (1 - w) * t[2]; s <- (t[3] - t[1]) / (2 * qnorm((n - 0.375) / (n + 0.25)))
set.seed(1); drawn <- exp(rnorm(n + 1000, mu, s)); set.seed(2); many <- exp(rnorm(1e6, mu, s)); stopifnot(l == 0)
add("boxCox", min = q[1], median = q[2], max = q[3], n = n, printedMean = 4.210971, printedSd = 1.337348, drawnMean = mean(drawn), drawnSd = sd(drawn),
  manyMean = mean(many), manySd = sd(many), mean = moment(1, mu, s), sd = sqrt(moment(2, mu, s) - moment(1, mu, s)^2))
write_golden("routes", paste("t.test, lm, chisq.test, survdiff, coxph, glm, integrate on seeded patients; survival", packageVersion("survival")), cases)
