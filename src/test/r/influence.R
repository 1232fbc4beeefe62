# Influence diagnostics and Baujat coordinates: common effect, DL, and REML on two sets.
source("common.R")
pdf(NULL)
sets <- jsonlite::fromJSON("../resources/golden/sets.json", simplifyVector = FALSE)$cases
numbers <- function(x) vapply(x, as.numeric, 0)
cases <- list()
for (d in sets) {
  y <- numbers(d$yi); v <- numbers(d$vi); k <- length(y)
  if (k < 5 || k > 22) next
  for (method in c("EE", "DL", if (d$name %in% c("bcg-RR", "bcg-OR")) "REML")) {
    r <- rma(y, v, method = method, control = if (method == "REML") TIGHT else list())
    i <- tryCatch(influence(r), error = function(e) NULL); if (is.null(i)) next
    b <- baujat(r); n <- as.list(as.data.frame(unclass(i$inf)[1:8]))
    cases <- c(cases, list(list(name = d$name, method = method, rstudent = I(n$rstudent), dffits = I(n$dffits), cook = I(n$cook.d), cov = I(n$cov.r),
      tau2 = I(n$tau2.del), q = I(n$QE.del), hat = I(n$hat), weight = I(n$weight), dfbs = I(as.numeric(i$dfbs[[1]])), influential = I(as.logical(i$is.infl)), x = I(b$x), y = I(b$y))))
  }
}
write_golden("influence", "metafor::influence(rma(yi, vi)), metafor::baujat", cases)
