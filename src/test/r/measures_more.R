# Measures of association that a study of two variables reports: phi of arms of fixed size, Fisher's z of phi, of the tetrachoric and of
# the (point-)biserial correlation, the (point-)biserial correlation itself, R2 with fixed predictors, relative excess heterozygosity,
# matched margins with the share of pairs that have the event in both arms.
source("common.R")
stopifnot(packageVersion("metafor") >= "5.0")
arrays <- function(y, v) { y <- as.numeric(y); v <- as.numeric(v); bad <- !is.finite(y) | !is.finite(v) | v <= 0; y[bad] <- NA; v[bad] <- NA; list(yi = I(y), vi = I(v)) }
es <- function(...) { e <- suppressWarnings(escalc(...)); arrays(e$yi, e$vi) }

tables <- list(
  bourassa1996 = with(dat.bourassa1996, data.frame(a = lh.le, b = lh.re, c = rh.le, d = rh.re)[dat.bourassa1996$selection == "no" & dat.bourassa1996$sex == "combined", ]),
  bcg = with(dat.bcg, data.frame(a = tpos, b = tneg, c = cpos, d = cneg)),
  corners = data.frame(a = c(0, 3, 1, 5, 400000), b = c(10, 7, 0, 5, 600000), c = c(4, 0, 2, 5, 900), d = c(6, 10, 3, 5, 1000)))
# Fisher's z of the script's tetrachoric correlation would repeat measures_counts.R: there are metafor's own here, good to about 1e-5
two_arm <- function(name, d) with(as.list(lapply(d, as.numeric)), list(name = name, kind = "table", a = I(a), b = I(b), c = I(c), d = I(d), effects = list(
  PHI_COEFFICIENT_FIXED_ARMS = es("PHI", ai = a, bi = b, ci = c, di = d, vtype = "ST"), FISHER_Z_PHI = es("ZPHI", ai = a, bi = b, ci = c, di = d),
  FISHER_Z_PHI_FIXED_ARMS = es("ZPHI", ai = a, bi = b, ci = c, di = d, vtype = "ST")),
  tetrachoric = if (name == "bcg") es("ZTET", ai = a, bi = b, ci = c, di = d)))

means <- function(name, n1, m1, sd1, n2, m2, sd2) {
  d <- data.frame(n1 = as.numeric(n1), m1 = m1, s1 = sd1, n2 = as.numeric(n2), m2 = m2, s2 = sd2); d <- d[complete.cases(d) & d$s1 > 0 & d$s2 > 0, ]
  f <- function(measure, vtype = "ST") with(d, es(measure, n1i = n1, m1i = m1, sd1i = s1, n2i = n2, m2i = m2, sd2i = s2, vtype = vtype))
  c(list(name = name, kind = "means"), lapply(d, I), list(effects = list(
    POINT_BISERIAL_CORRELATION = f("RPB"), POINT_BISERIAL_CORRELATION_CROSS_SECTIONAL = f("RPB", "CS"), BISERIAL_CORRELATION = f("RBIS", "LS"),
    FISHER_Z_POINT_BISERIAL = f("ZPB"), FISHER_Z_POINT_BISERIAL_CROSS_SECTIONAL = f("ZPB", "CS"), FISHER_Z_BISERIAL = f("ZBIS", "LS"))))
}
# variance of the normalised likelihood of the true R2; metafor sums it on a grid and takes (1 - R^4)^2 for ZR2F, where the slope of
# artanh(sqrt(R2)) is 1/(2 R (1 - R2))
fixed <- function(r2, n, m) {
  f <- (n - m - 1) / m * r2 / (1 - r2); like <- function(x) df(f, m, n - m - 1, ncp = n * x / (1 - x))
  grid <- seq(1e-4, 1 - 1e-4, length.out = 4000); g <- like(grid); s <- range(grid[g > 1e-14 * max(g)])
  cuts <- unique(c(max(0, s[1] - 3e-4), seq(s[1], s[2], length.out = 21), min(1, s[2] + 3e-4)))
  whole <- function(h) sum(mapply(function(l, u) integrate(h, l, u, rel.tol = 1e-13, abs.tol = 0, subdivisions = 2000, stop.on.error = FALSE)$value, cuts[-length(cuts)], cuts[-1]))
  t <- whole(like); mean <- whole(function(x) x * like(x)) / t; whole(function(x) (x - mean)^2 * like(x)) / t
}
fits <- data.frame(r2 = c(0.3, 0.05, 0.8, 0.45, 0.12, 0.02, 0.6, 0.25), n = c(40, 100, 25, 200, 60, 1000, 12, 30), m = c(3, 2, 5, 10, 1, 4, 2, 8))
v <- with(fits, mapply(fixed, r2, n, m)); metafor <- with(fits, as.numeric(escalc("R2F", r2i = r2, ni = n, mi = m)$vi))
print(signif(metafor / v - 1, 2)); stopifnot(abs(metafor / v - 1) < 1e-2)
model <- list(name = "fits", kind = "model", r2 = I(fits$r2), n = I(fits$n), m = I(fits$m), metafor = I(metafor), effects = list(
  R_SQUARED_FIXED_PREDICTORS = arrays(fits$r2, v), FISHER_Z_R_SQUARED_FIXED_PREDICTORS = arrays(atanh(sqrt(fits$r2)), with(fits, v / (4 * r2 * (1 - r2)^2)))))

genes <- data.frame(a = c(dat.frank2008$bc.ins.ins, dat.frank2008$ct.ins.ins, 0, 5), b = c(dat.frank2008$bc.ins.del, dat.frank2008$ct.ins.del, 4, 0),
  c = c(dat.frank2008$bc.del.del, dat.frank2008$ct.del.del, 3, 3))
genotypes <- c(list(name = "frank2008", kind = "genotypes"), lapply(genes, function(x) I(as.numeric(x))), list(effects = list(
  RELATIVE_EXCESS_HETEROZYGOSITY = with(genes, es("REH", ai = a, bi = b, ci = c)))))
pairs <- data.frame(x1 = c(30, 12, 40, 20), x2 = c(24, 18, 35, 22), n = c(60, 40, 50, 50), pi = c(0.3, 0.2, 0.6, 0.25))
margins <- c(list(name = "shares", kind = "margins"), lapply(pairs, I), list(effects = list(
  MARGINAL_ODDS_RATIO = with(pairs, es("MPORM", ai = x1, bi = n - x1, ci = x2, di = n - x2, pi = pi)))))

single <- c(list(name = "normand1999 arm 1", kind = "single"), with(dat.normand1999, list(n = I(as.numeric(n1i)), mean = I(m1i), sd = I(sd1i), effects = list(
  UNCORRECTED_STANDARDISED_MEAN = es("SMN", ni = n1i, mi = m1i, sdi = sd1i, correct = FALSE),
  UNCORRECTED_LOG_STANDARD_DEVIATION = es("SDLN", ni = n1i, mi = m1i, sdi = sd1i, correct = FALSE),
  UNCORRECTED_LOG_COEFFICIENT_OF_VARIATION = es("CVLN", ni = n1i, mi = m1i, sdi = sd1i, correct = FALSE)))))

write_golden("measures_more", "escalc(PHI ST | ZPHI | ZTET | RPB | ZPB | RBIS | ZBIS | R2F | REH | MPORM with pi); R2F and ZR2F by integrate()", c(Map(two_arm, names(tables), tables),
  list(with(dat.normand1999, means("normand1999", n1i, m1i, sd1i, n2i, m2i, sd2i)), with(dat.gibson2002, means("gibson2002", n1i, m1i, sd1i, n2i, m2i, sd2i)),
    means("corners", c(10, 10, 3, 20, 1000), c(20, 5, 1, -4, 10), c(1, 1, 2, 3, 2), c(12, 12, 90, 20, 20), c(1, 5, 3, 4, 10.5), c(1, 1, 1.5, 3, 2)), model, genotypes, margins, single)))
