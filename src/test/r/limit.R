# Limit meta-analysis (Ruecker et al., Biostatistics 2011;12:122-142) by its formulas, on all sets of three studies or more, with DerSimonian-Laird tau2.
source("common.R")
sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases
numbers <- function(x) vapply(x, as.numeric, 0)
one <- function(name, y, v) {
  k <- length(y); s <- sqrt(v); w <- 1 / v
  mu <- sum(w * y) / sum(w); Q <- sum(w * (y - mu)^2)
  tau2 <- max(0, (Q - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  u <- sqrt(v + tau2)
  line <- lm(I(y / u) ~ I(1 / u)); ab <- unname(coef(line)); V <- summary(line)$cov.unscaled
  g <- c(sqrt(tau2), 1)
  adjusted <- sum(g * ab); se <- sqrt(drop(t(g) %*% V %*% g))
  limits <- ab[2] + sqrt(tau2 / (v + tau2)) * (y - ab[2])
  rest <- sum(residuals(lm(I(y / s) ~ I(1 / s)))^2)
  g2 <- if (tau2 > 0) { z <- limits / s; f <- lm(z ~ I(1 / s)); 100 * sum(residuals(f)^2) / sum((z - mean(z))^2) } else NA
  list(name = name, k = k, tau2 = tau2, bias = ab[1], slope = ab[2], estimate = adjusted, se = se, small = Q - rest, pSmall = pchisq(Q - rest, 1, lower.tail = FALSE),
    rest = rest, pRest = pchisq(rest, k - 2, lower.tail = FALSE), g2 = g2, firstLimit = limits[1])
}
cases <- Filter(Negate(is.null), lapply(sets, function(d) {
  y <- numbers(d$yi); v <- numbers(d$vi); if (length(y) < 3 || diff(range(v)) == 0) NULL else one(d$name, y, v) }))
write_golden("limit", "lm(y/sqrt(v + tau2) ~ 1/sqrt(v + tau2)), residual variance 1", cases)
