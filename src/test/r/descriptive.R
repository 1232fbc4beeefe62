# Tests between groups of patients: R stats (fisher.test, chisq.test, wilcox.test, kruskal.test), and numbers of descriptive
# tables (median, quantile type 7, range, mean, sd). Run from this directory: Rscript descriptive.R
source("common.R")
set.seed(20160415)

write_descriptive <- function(cases) {
  file <- file.path("..", "resources", "golden", "descriptive.json")
  writeLines(json(list(versions = list(R = R.version.string, coin = as.character(packageVersion("coin"))), script = "src/test/r/descriptive.R",
    call = "fisher.test(x, workspace = 2e8), chisq.test(x, correct = ), wilcox.test(x, y, exact = , correct = TRUE), kruskal.test(values, group)",
    cases = unname(cases))), file)
  cat(sprintf("%s: %d cases\n", file, length(cases)))
}

# ---- tables of counts ----
m <- function(nrow, ...) matrix(c(...), nrow = nrow, byrow = TRUE)
TABLES <- list(tea = m(2, 3, 1, 1, 3), zero = m(2, 0, 5, 7, 2), doublezero = m(2, 0, 12, 9, 0), large = m(2, 300, 700, 360, 640),
  huge = m(2, 20000, 30000, 20500, 29500), equal = m(2, 5, 5, 5, 5), extreme = m(2, 40, 2, 3, 45),
  jobs = m(4, 1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11),
  sex = m(2, 12, 19, 12, 24), age = m(4, 1, 2, 7, 5, 7, 2, 3, 0), onset = m(2, 10, 2, 8, 7), type = m(2, 15, 15, 10, 44),
  wide = m(2, 4, 0, 7, 1, 9, 3, 1, 8, 2, 2, 6, 4), three = m(3, 8, 2, 1, 1, 5, 4, 0, 3, 9))
for (i in 1:12) {
  r <- sample(2:4, 1); k <- sample(2:3, 1)
  x <- matrix(rpois(r * k, sample(c(2, 4, 7), 1)), r)
  if (all(rowSums(x) > 0) && all(colSums(x) > 0)) TABLES[[paste0("random", i)]] <- x
}
# tables with many others of their margins
TABLES$tall <- matrix(c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4), 10)
TABLES$hundreds <- m(3, 210, 180, 95, 88, 40, 61)
TABLES$square <- m(4, 9, 4, 6, 2, 3, 8, 5, 7, 6, 2, 9, 3, 4, 7, 1, 8)
TABLES$long <- cbind(c(12, 3, 7, 5, 9, 1, 4, 8), c(5, 9, 6, 11, 2, 7, 3, 10))
counts_case <- function(name, x) {
  plain <- suppressWarnings(chisq.test(x, correct = FALSE)); yates <- suppressWarnings(chisq.test(x, correct = TRUE))
  list(kind = "counts", name = name, columns = ncol(x), counts = I(as.vector(t(x))), fisher = fisher.test(x, workspace = 2e8)$p.value,
       chi = unname(plain$statistic), df = unname(plain$parameter), p = plain$p.value,
       yates = unname(yates$statistic), yatesP = yates$p.value)
}

# ---- values of groups ----
VALUES <- list(small = list(c(1.1, 2.2, 3.3), c(0.5, 4.4, 5.5, 6.6)), apart = list(1:6 + 0, 7:12 + 0), one = list(3, c(1, 2, 4, 9)),
  ties = list(c(1, 1, 2, 3, 3, 3), c(2, 3, 4, 4, 5)), centre = list(c(1, 4), c(2, 3)), tiedcentre = list(c(1, 2), c(1, 2)),
  large = list(round(rnorm(60), 6), round(rnorm(55, 0.3), 6)), largeties = list(rpois(80, 4) + 0, rpois(70, 5) + 0),
  exact49 = list(round(rnorm(49), 8), round(rnorm(49, 0.5), 8)),
  three = list(c(2.9, 3, 2.5, 2.6, 3.2), c(3.8, 2.7, 4, 2.4), c(2.8, 3.4, 3.7, 2.2, 2)), threeties = list(c(1, 2, 2), c(2, 3, 3, 4), c(1, 4, 4)))
# the exact distribution at sizes where R takes the normal one by itself; coin counts it by the shift algorithm
EXACT <- list(sixty = list(round(rnorm(60), 8), round(rnorm(60, 0.4), 8)), unequal = list(round(rnorm(30), 8), round(rnorm(110, 0.6), 8)),
  twohundred = list(round(rnorm(200), 8), round(rnorm(200, 0.2), 8)))
exact_case <- function(name, g) {
  v <- unlist(g); f <- factor(rep(seq_along(g), lengths(g)))
  out <- list(kind = "exact", name = name, sizes = I(lengths(g)), values = I(v),
    coin = as.numeric(coin::pvalue(coin::wilcox_test(v ~ f, distribution = coin::exact(algorithm = "shift")))))
  if (length(v) < 150) out$wilcox <- wilcox.test(g[[1]], g[[2]], exact = TRUE)$p.value
  out
}
values_case <- function(name, g) {
  v <- unlist(g); label <- rep(seq_along(g), lengths(g)); k <- kruskal.test(v, label)
  out <- list(kind = "values", name = name, sizes = I(lengths(g)), values = I(v), h = unname(k$statistic), df = unname(k$parameter), p = k$p.value)
  if (length(g) == 2) {
    w <- suppressWarnings(wilcox.test(g[[1]], g[[2]])); n <- suppressWarnings(wilcox.test(g[[1]], g[[2]], exact = FALSE))
    out <- c(out, list(w = unname(w$statistic), default = w$p.value, normal = n$p.value, exact = grepl("exact", w$method)))
  }
  out
}
summary_case <- function(name, v)
  list(kind = "summary", name = name, values = I(v), median = median(v), quartiles = I(unname(quantile(v, c(0.25, 0.75)))), mean = mean(v), sd = if (length(v) > 1) sd(v) else NA)

write_descriptive(c(Map(counts_case, names(TABLES), TABLES), Map(values_case, names(VALUES), VALUES), Map(exact_case, names(EXACT), EXACT),
  Map(summary_case, c("seven", "even", "one"), list(c(5, 1, 9, 2.5, 3, 7, 4), c(2, 8, 1, 4), 3))))
