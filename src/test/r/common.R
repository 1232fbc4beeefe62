# Shared by all scripts: exact JSON, and the iterative estimators solved to machine precision.
# Run every script from this directory: Rscript models.R
suppressPackageStartupMessages({library(metafor); library(metadat)})
options(warn = 1)

TIGHT <- list(threshold = 1e-12, tol = 1e-12, maxiter = 10000)

# ---- JSON: doubles as %.17g (they round-trip), NA, NaN and infinite as null, I(x) always as an array ----
json_scalar <- function(x) {
  if (is.logical(x)) ifelse(is.na(x), "null", ifelse(x, "true", "false"))
  else if (is.numeric(x)) ifelse(is.finite(x), sprintf("%.17g", x), "null")
  else ifelse(is.na(x), "null", encodeString(enc2utf8(as.character(x)), quote = '"'))
}
json <- function(x, indent = "") {
  deeper <- paste0(indent, "  ")
  if (is.null(x)) "null"
  else if (is.list(x) && !is.data.frame(x)) {
    if (length(x) == 0) return(if (is.null(names(x))) "[]" else "{}")
    values <- vapply(x, json, "", indent = deeper)
    if (is.null(names(x))) paste0("[\n", deeper, paste(values, collapse = paste0(",\n", deeper)), "\n", indent, "]")
    else paste0("{\n", deeper, paste0('"', names(x), '": ', values, collapse = paste0(",\n", deeper)), "\n", indent, "}")
  }
  else if (inherits(x, "AsIs")) paste0("[", paste(json_scalar(unclass(x)), collapse = ", "), "]")
  else { stopifnot(length(x) == 1); unname(json_scalar(x)) }
}
write_golden <- function(name, call, cases) {
  Encoding_free <- function(s) iconv(s, "UTF-8", "ASCII//TRANSLIT")
  content <- list(
    versions = list(R = R.version.string, metafor = as.character(packageVersion("metafor")),
                    metadat = as.character(packageVersion("metadat"))),
    script = paste0("src/test/r/", name, ".R"), call = call, cases = unname(cases))
  text <- paste0(Encoding_free(json(content)), "\n")
  file <- file.path("..", "resources", "golden", paste0(name, ".json"))
  writeLines(text, file, sep = "")
  back <- jsonlite::fromJSON(file, simplifyVector = FALSE)
  cat(sprintf("%s: %d cases\n", file, length(back$cases)))
}

# ---- checks ----
relative_difference <- function(a, b) {
  d <- abs(a - b) / pmax(abs(a), abs(b), 1e-300)
  d[(is.na(a) & is.na(b)) | a == b] <- 0
  max(d)
}

# ---- inverse-variance pieces, two passes ----
centre <- function(y, w) { m <- sum(w * y) / sum(w); m + sum(w * (y - m)) / sum(w) }
q_at <- function(tau2, y, v) { w <- 1 / (v + tau2); sum(w * (y - centre(y, w))^2) }
# sum(w) - sum(w^2) / sum(w) without the cancellation: sum of w_i times the weight of all others, over sum(w)
others <- function(w) { k <- length(w); c(0, cumsum(w)[-k]) + rev(c(0, cumsum(rev(w))[-k])) }
spread <- function(w) sum(w * others(w)) / sum(w)
typical_variance <- function(v) (length(v) - 1) / spread(1 / v)

# root of a function that changes sign in [lower, upper] > 0, sought on the log scale
log_root <- function(f, lower, upper)
  exp(uniroot(function(u) f(exp(u)), log(c(lower, upper)), tol = 1e-16, maxiter = 10000)$root)

# tau2 with Q(tau2) = target; 0 if Q(0) <= target
q_inverse <- function(target, y, v) {
  if (q_at(0, y, v) <= target) return(0)
  upper <- max(v); while (q_at(upper, y, v) > target) upper <- upper * 4
  lower <- upper; while (q_at(lower, y, v) < target) lower <- lower / 4
  log_root(function(t) q_at(t, y, v) - target, lower, upper)
}
tau2_dl <- function(y, v) {
  max(0, (q_at(0, y, v) - (length(y) - 1)) / spread(1 / v))
}
tau2_pm <- function(y, v) q_inverse(length(y) - 1, y, v)

restricted_loglik <- function(tau2, y, v) {
  w <- 1 / (v + tau2)
  -0.5 * (sum(log(v + tau2)) + log(sum(w)) + q_at(tau2, y, v))
}
restricted_score <- function(tau2, y, v) {
  w <- 1 / (v + tau2); m <- centre(y, w)
  0.5 * (sum(w^2 * (y - m)^2) - spread(w))
}
# global optimum: dense scan of the likelihood, then the root of the score in the best cell
tau2_reml <- function(y, v) {
  grid <- c(0, exp(seq(log(min(v) * 1e-8), log((max(v) + diff(range(y))^2) * 100), length.out = 6000)))
  ll <- vapply(grid, restricted_loglik, 0, y = y, v = v)
  best <- which.max(ll)
  if (best == 1 && restricted_score(0, y, v) <= 0) return(0)
  lower <- if (best <= 2) grid[2] * 1e-8 else grid[best - 1]
  log_root(function(t) restricted_score(t, y, v), lower, grid[best + 1])
}
local_optima <- function(y, v) {
  grid <- c(0, exp(seq(log(min(v) * 1e-8), log((max(v) + diff(range(y))^2) * 100), length.out = 6000)))
  s <- vapply(grid, restricted_score, 0, y = y, v = v)
  (s[1] <= 0) + sum(s[-length(s)] > 0 & s[-1] <= 0)
}
TAU2 <- list(DL = tau2_dl, PM = tau2_pm, REML = tau2_reml)

# metafor with tight control; NA where it stops
metafor_tau2 <- function(method, y, v)
  tryCatch(suppressWarnings(rma(y, v, method = method, control = TIGHT)$tau2), error = function(e) NA_real_)

# one object from an rma-like result: estimate, se, ci, statistic, df, p
fit_fields <- function(b, se, df, level) {
  crit <- if (is.na(df)) qnorm((1 + level) / 2) else qt((1 + level) / 2, df)
  stat <- if (se > 0) b / se else NA
  p <- if (se == 0) NA else if (is.na(df)) 2 * pnorm(-abs(stat)) else 2 * pt(-abs(stat), df)
  list(estimate = b, se = se, ciLower = b - crit * se, ciUpper = b + crit * se,
       statistic = stat, df = df, pValue = p)
}
slabs <- function(...) make.unique(paste(...), sep = " #")
