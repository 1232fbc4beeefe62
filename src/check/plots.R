# Plots of R's metafor and meta on the BCG trials, drawn as PNG into the folder given, with the seconds each takes: the median of up to 21 times
# (as many as fit into four seconds, three at least) in this one session, after one or more to warm up; each time from opening a PDF file to closing it.
# Rscript src/check/plots.R target/plots
suppressPackageStartupMessages({library(metafor); library(meta); library(metadat)})
folder <- commandArgs(TRUE)[1]
dir.create(folder, recursive = TRUE, showWarnings = FALSE)
d <- metadat::dat.bcg
d$name <- paste(d$author, d$year)
e <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d, slab = name)
fit <- rma(yi, vi, data = e, slab = name)
common <- rma(yi, vi, data = e, method = "FE", slab = name)
latitude <- rma(yi, vi, mods = ~ ablat, data = e, slab = name)
m <- metabin(tpos, tpos + tneg, cpos, cpos + cneg, studlab = name, data = d, sm = "RR", method.tau = "REML", method = "Inverse")
# of all 8,191 subsets metafor takes 2,000; the times below are those of drawing alone
subsets <- suppressWarnings(gosh(fit, subsets = 2000, progbar = FALSE))
steps <- suppressWarnings(profile(fit, plot = FALSE, progbar = FALSE))
trimmed <- trimfill(fit)
measured <- influence(common)
plots <- list(
  "forest metafor" = function() forest(fit, atransf = exp, header = TRUE, addpred = TRUE),
  "forest meta" = function() meta::forest(m, prediction = TRUE),
  "funnel metafor" = function() funnel(fit, level = c(90, 95, 99), refline = 0, atransf = exp, legend = TRUE),
  "funnel meta" = function() meta::funnel(m, contour.levels = c(0.9, 0.95, 0.99)),
  "trimfill metafor" = function() funnel(trimmed, atransf = exp, legend = TRUE),
  "radial metafor" = function() metafor::radial(fit, atransf = exp),
  "radial meta" = function() meta::radial(m),
  "labbe meta" = function() meta::labbe(m),
  "baujat metafor" = function() metafor::baujat(common),
  "baujat meta" = function() meta::baujat(m),
  "influence metafor" = function() plot(measured),
  "gosh metafor" = function() plot(subsets, out = 8, breaks = 60),
  "bubble metafor" = function() regplot(latitude, atransf = exp, pi = TRUE, xlab = "Absolute latitude"),
  "profile metafor" = function() plot(steps),
  "drapery meta" = function() meta::drapery(m, type = "pval")
)
for (name in names(plots)) {
  size <- if (grepl("forest meta$", name)) c(1300, 560) else c(900, 720)
  png(file.path(folder, paste0("r-", gsub(" ", "-", name), ".png")), size[1], size[2], res = 100)
  drawn <- tryCatch({ suppressWarnings(plots[[name]]()); TRUE }, error = function(x) { message(name, ": ", conditionMessage(x)); FALSE })
  dev.off()
  if (drawn) {
    seconds <- function() {
      file <- tempfile(fileext = ".pdf")
      begun <- Sys.time()
      pdf(file, size[1] / 100, size[2] / 100)
      suppressWarnings(plots[[name]]())
      dev.off()
      taken <- as.numeric(Sys.time() - begun, units = "secs")
      unlink(file)
      taken
    }
    first <- seconds()
    if (first < 1) replicate(3, seconds())
    times <- replicate(max(3, min(21, floor(4 / first))), seconds())
    cat(sprintf("%s\t%.5f\n", name, median(times)))
  }
}
