# Means and SDs from what papers print of one arm or of a comparison.
# Medians: metafor's conv.fivenum (5.x) for Hozo, Wan, Bland, Luo/Wan/Shi, Walter, the log-normal method and the skewness test.
# Quantile estimation and Box-Cox (McGrath et al. 2020): from the paper's definitions, minima as roots of their slopes.
# Intervals, t, F, p and the log scale: formulas (Cochrane Handbook 6.5.2; Higgins et al. 2008). Combined arms: raw data.
source("common.R")
cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- list(...)

# ---- SDs ----
for (n in c(2, 3, 10, 31, 250, 1e6)) for (level in c(.9, .95, .99)) {
  a <- -1.25; b <- 4.5; t <- qt((1 + level) / 2, n - 1); z <- qnorm((1 + level) / 2)
  add(kind = "interval", lower = a, upper = b, n = n, level = level, t = sqrt(n) * (b - a) / (2 * t), z = sqrt(n) * (b - a) / (2 * z))
}
for (p in c(.9, .3, .05, .001, 1e-9)) for (n in c(2, 12, 400)) {
  d <- 2.75
  add(kind = "p", difference = d, p = p, n = n, two = abs(d) / qt(p / 2, n - 1, lower.tail = FALSE) * sqrt(n),
      one = abs(d / qt(p, n - 1, lower.tail = FALSE)) * sqrt(n))
}
for (nn in list(c(2, 2), c(25, 22), c(400, 37))) for (p in c(.6, .008, 1e-7)) {
  d <- -3.8; n1 <- nn[1]; n2 <- nn[2]; df <- n1 + n2 - 2; u <- sqrt(1 / n1 + 1 / n2)
  two <- abs(d) / qt(p / 2, df, lower.tail = FALSE); one <- abs(d / qt(p, df, lower.tail = FALSE))
  a <- -7.1; b <- -.5; t <- (b - a) / (2 * qt(.975, df)); z <- (b - a) / (2 * qnorm(.975))
  add(kind = "contrast", difference = d, p = p, n1 = n1, n2 = n2, lower = a, upper = b, seTwo = two, sdTwo = two / u,
      seOne = one, sdOne = one / u, seT = t, sdT = t / u, seZ = z, sdZ = z / u)
}
for (n in c(2, 3, 10, 50, 1000)) {
  d <- 2 * integrate(function(x) 1 - pnorm(x)^n - pnorm(-x)^n, 0, Inf, rel.tol = 1e-13, subdivisions = 1e4)$value
  w <- if (n >= 5) suppressWarnings(conv.fivenum(min = 3, median = 7, max = 12, n = n, method = "walter2007", test = FALSE)$sd) else NA
  stopifnot(is.na(w) || abs(w * d / 9 - 1) < 1e-6)
  add(kind = "range", min = 3, max = 12, n = n, sd = 9 / d)
}

# ---- medians ----
five <- function(v, n, method, scenario, dist = "norm", test = FALSE) {
  args <- list(n = n, method = method, dist = dist, test = test, median = v[3])
  if (scenario != "quartiles") args <- c(args, list(min = v[1], max = v[5]))
  if (scenario != "range") args <- c(args, list(q1 = v[2], q3 = v[4]))
  do.call(conv.fivenum, args)
}
SUMMARIES <- list(c(-3, 1, 2.5, 4.5, 9), c(2, 3.5, 4, 6, 9), c(10.1, 12.2, 16, 17.5, 18), c(0.2, 1.1, 2.4, 5.8, 31), c(0.01, .2, .3, .5, .9),
                  c(1, 8, 10, 11.5, 14), c(1000002, 1000003.5, 1000004, 1000006, 1000009))
NAMES <- c(HOZO_2005 = "hozo2005", WAN_2014 = "wan2014", BLAND_2015 = "bland2015", LUO_WAN_SHI = "luo/wan/shi", LOG_NORMAL = "luo/wan/shi")
for (v in SUMMARIES) for (n in c(5, 15, 25, 26, 70, 71, 101, 5000)) for (scenario in c("range", "quartiles", "five")) {
  test <- five(v, n, "default", scenario, test = TRUE)
  for (m in names(NAMES)) {
    if ((m == "HOZO_2005" && scenario != "range") || (m == "BLAND_2015" && scenario != "five") || (m == "LOG_NORMAL" && any(v <= 0))) next
    method <- if (m == "BLAND_2015") c("bland2015", "bland2015") else NAMES[[m]]
    r <- five(v, n, method, scenario, dist = if (m == "LOG_NORMAL") "lnorm" else "norm")
    add(kind = "median", method = m, scenario = scenario, v = I(v), n = n, mean = r$mean, sd = r$sd,
        statistic = attr(test$mean, "tval"), critical = attr(test$mean, "crit"), skewed = attr(test$mean, "sig"))
  }
}

# ---- McGrath et al. 2020: quantile estimation ----
slope5 <- function(f, x, h = 1e-3) (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
FAMILIES <- list(
  "log-normal" = list(q = function(p, s) qlnorm(p, 0, s), from = 1e-3, to = 20, m = function(s) exp(s^2 / 2), v = function(s) exp(s^2) * expm1(s^2)),
  gamma = list(q = function(p, s) qgamma(p, s), from = 1e-2, to = 1e4, m = function(s) s, v = function(s) s),
  Weibull = list(q = function(p, s) qweibull(p, s), from = .05, to = 500, m = function(s) gamma(1 + 1 / s), v = function(s) gamma(1 + 2 / s) - gamma(1 + 1 / s)^2))
qe <- function(x, p) {
  z <- qnorm(p); m <- mean(x); s <- sum(z * x) / sum(z^2)
  best <- list(family = "normal", mean = m, sd = s, sse = sum((x - m - s * z)^2))
  if (min(x) >= 0) for (name in names(FAMILIES)) {
    f <- FAMILIES[[name]]
    fit <- function(u) { g <- f$q(p, exp(u)); a <- sum(g * x) / sum(g^2); list(a = a, sse = sum((x - a * g)^2)) }
    slope <- function(u) { g <- f$q(p, exp(u)); a <- sum(g * x) / sum(g^2); -sum((x - a * g) * slope5(function(w) f$q(p, exp(w)), u)) / sum(g^2) }
    us <- seq(log(f$from), log(f$to), length.out = 400); i <- which.min(vapply(us, function(u) fit(u)$sse, 0))
    u <- if (i == 1 || i == 400) us[i] else uniroot(slope, us[c(i - 1, i + 1)], tol = 1e-15)$root
    r <- fit(u); if (r$sse < best$sse) best <- list(family = name, mean = r$a * f$m(exp(u)), sd = r$a * sqrt(f$v(exp(u))), sse = r$sse)
  }
  if (min(x) >= 0 && max(x) <= 1) {
    # mean and size of the beta; Newton's steps on the slopes after a simplex
    sse <- function(t) { s <- exp(t[2]); sum((x - qbeta(p, s * plogis(t[1]), s * plogis(-t[1])))^2) }
    o <- list(value = Inf); for (s in c(.5, 2, 6, 20, 100)) { w <- optim(c(qlogis(min(max(median(x), .01), .99)), log(s)), sse, control = list(reltol = 1e-15, maxit = 5000)); if (w$value < o$value) o <- w }
    gn <- function(t) { f <- function(t) { s <- exp(t[2]); qbeta(p, s * plogis(t[1]), s * plogis(-t[1])) }
      J <- cbind(slope5v(function(u) f(c(u, t[2])), t[1]), slope5v(function(u) f(c(t[1], u)), t[2])); t + as.vector(solve(crossprod(J), crossprod(J, x - f(t)))) }
    slope5v <- function(f, x, h = 1e-3) (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
    t <- o$par; for (k in 1:200) t <- gn(t)
    if (sse(t) < best$sse) { s <- exp(t[2]); m <- plogis(t[1]); best <- list(family = "beta", mean = m, sd = sqrt(m * (1 - m) / (s + 1)), sse = sse(t)) }
  }
  best
}
# ---- McGrath et al. 2020: Box-Cox, moments by quadrature ----
luo <- function(v, n, scenario) switch(scenario,
  range = { w <- 4 / (4 + n^.75); w * (v[1] + v[5]) / 2 + (1 - w) * v[3] },
  quartiles = { w <- .7 + .39 / n; w * (v[2] + v[4]) / 2 + (1 - w) * v[3] },
  five = { w <- 2.2 / (2.2 + n^.75); u <- .7 - .72 / n^.55; w * (v[1] + v[5]) / 2 + u * (v[2] + v[4]) / 2 + (1 - w - u) * v[3] })
wan <- function(v, n, scenario) { a <- (v[5] - v[1]) / (2 * qnorm((n - .375) / (n + .25))); b <- (v[4] - v[2]) / (2 * qnorm((.75 * n - .125) / (n + .25)))
  switch(scenario, range = a, quartiles = b, five = (a + b) / 2) }
bc <- function(v, n, scenario) {
  y <- v / v[3]; f <- function(x, l) if (l == 0) log(x) else expm1(l * log(x)) / l
  root <- function(a, b) if (log(a) + log(b) >= 0) 0 else if (f(a, 3) + f(b, 3) <= 0) 3 else uniroot(function(l) f(a, l) + f(b, l), c(0, 3), tol = 1e-16)$root
  ratio <- function(a, b, l) -f(b, l) / f(a, l)
  l <- switch(scenario, range = root(y[1], y[5]), quartiles = root(y[2], y[4]), five = {
    r <- sort(c(root(y[1], y[5]), root(y[2], y[4])))
    g <- function(l) sum(vapply(list(c(1, 5), c(2, 4)), function(i) (ratio(y[i[1]], y[i[2]], l) - 1) * slope5(function(w) ratio(y[i[1]], y[i[2]], w), l), 0))
    if (r[1] == r[2] || g(r[1]) >= 0) r[1] else uniroot(g, r, tol = 1e-16)$root })
  t <- vapply(y, f, 0, l = l); mu <- luo(t, n, scenario); s <- wan(t, n, scenario)
  if (l == 0) { m <- exp(mu + s^2 / 2); return(list(power = 0, mean = v[3] * m, sd = v[3] * m * sqrt(expm1(s^2)))) }
  h <- min(39, (mu + 1 / l) / s); x <- function(z) exp(log1p(pmax(-1, l * (mu + s * z))) / l)
  int <- function(k) { b <- unique(pmax(-h, pmin(h, -40:40))); sum(vapply(seq_len(length(b) - 1), function(i) integrate(function(z) k(z) * dnorm(z), b[i], b[i + 1], rel.tol = 1e-12, abs.tol = 0, stop.on.error = FALSE)$value, 0)) }
  mass <- int(function(z) 1 + 0 * z); m <- int(x) / mass; sd <- sqrt(int(function(z) (x(z) - m)^2) / mass)
  list(power = l, mean = v[3] * m, sd = v[3] * sd)
}
MORE <- list(qgamma(c(.01, .25, .5, .75, .99), 3), qweibull(c(.02, .25, .5, .75, .98), 4) * 100, qbeta(c(.02, .25, .5, .75, .98), 2, 5), c(2, 3, 4, 7, 9))
for (v in c(SUMMARIES[1:6], MORE)) for (n in c(5, 50, 100)) for (scenario in c("range", "quartiles", "five")) {
  x <- switch(scenario, range = v[c(1, 3, 5)], quartiles = v[2:4], five = v)
  p <- switch(scenario, range = c(1 / n, .5, 1 - 1 / n), quartiles = c(.25, .5, .75), five = c(1 / n, .25, .5, .75, 1 - 1 / n))
  q <- qe(x, p); add(kind = "qe", scenario = scenario, v = I(v), n = n, family = q$family, mean = q$mean, sd = q$sd, sse = q$sse)
  if (min(x) > 0) { b <- bc(v, n, scenario); add(kind = "bc", scenario = scenario, v = I(v), n = n, power = b$power, mean = b$mean, sd = b$sd) }
}

# ---- log scale ----
for (v in list(c(2.1, 1.46), c(1.12, .34), c(105, 300), c(1e-6, 1e-9))) {
  s2 <- log1p((v[2] / v[1])^2)
  add(kind = "log", mean = v[1], sd = v[2], logMean = log(v[1]) - s2 / 2, logSd = sqrt(s2), taylorMean = log(v[1]) - (v[2] / v[1])^2 / 2, taylorSd = v[2] / v[1])
}
s2 <- (240 * log1p((1.46 / 2.1)^2) + 8428 * log1p((1.54 / 1.85)^2)) / 8668
add(kind = "logCommon", n1 = 241, mean1 = 2.1, sd1 = 1.46, n2 = 8429, mean2 = 1.85, sd2 = 1.54, logMean1 = log(2.1) - s2 / 2, logMean2 = log(1.85) - s2 / 2, logSd = sqrt(s2))
for (n in c(4, 182)) add(kind = "geometric", g = 24, lower = 17, upper = 34, n = n, level = .95, mean = log(24),
  t = sqrt(n) * log(2) / (2 * qt(.975, n - 1)), z = sqrt(n) * log(2) / (2 * qnorm(.975)))

# ---- arms, from raw data ----
set.seed(20); a <- round(rnorm(11, 50, 9), 1); b <- round(rnorm(7, 58, 12), 1); d <- round(rnorm(19, 1e6, 3), 1)
add(kind = "arms", a = I(a), b = I(b), c = I(d), n = length(c(a, b, d)), mean = mean(c(a, b, d)), sd = sd(c(a, b, d)))
write_golden("conversions_means", "conv.fivenum(..., method, dist, test); qt, qnorm, integrate, uniroot", cases)
