# Adverse events of the breast-cancer review, pooled event by event: every event of both files with a complete row.
# Risk ratios as meta's metabin does (0.5 in zero-cell studies, also inside the Mantel-Haenszel sums), uncorrected
# Mantel-Haenszel risk ratios and differences and Peto odds ratios as metafor does, and the treated arms as proportions.
source("common.R")
suppressPackageStartupMessages(library(meta))
read_events <- function(file) {
  d <- read.csv(file.path("..", "..", "..", "datasets", paste0(file, ".csv")), na.strings = "")
  d$file <- file
  d[c("file", "event", "grade", "events_treatment_derived", "total_treatment", "events_control_derived", "total_control")]
}
all <- rbind(read_events("breast-cancer-adverse-events-any-grade"), read_events("breast-cancer-adverse-events-grade-3-4"))
names(all)[4:7] <- c("ai", "n1i", "ci", "n2i")

pooled <- function(f) list(estimate = f$b[[1]], se = f$se, lower = f$ci.lb, upper = f$ci.ub, z = f$zval, p = f$pval)
case <- function(d) {
  full <- d[complete.cases(d), ]
  arm <- d[!is.na(d$ai), ]
  result <- list(file = d$file[1], event = d$event[1], grade = d$grade[1], rows = nrow(d), complete = nrow(full),
                 double_zero = sum(full$ai + full$ci == 0), zero = sum(full$ai == 0 | full$ci == 0), arms = nrow(arm))
  informative <- full[full$ai + full$ci > 0, ]
  if (nrow(informative) > 0) {
    m <- metabin(ai, n1i, ci, n2i, data = full, sm = "RR", method = "MH", incr = 0.5, method.incr = "only0", RR.Cochrane = TRUE)
    result$metabin <- list(k = sum(!is.na(m$TE)), estimate = m$TE.common, se = m$seTE.common, lower = m$lower.common,
                           upper = m$upper.common, z = m$statistic.common, p = m$pval.common, q = m$Q, q_p = m$pval.Q)
    if (sum(informative$ai) > 0 && sum(informative$ci) > 0) {
      result$mh <- pooled(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = informative, measure = "RR", add = c(0.5, 0), to = c("only0", "none")))
    }
    result$rd <- pooled(rma.mh(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = full, measure = "RD", add = c(0.5, 0), to = c("only0", "none")))
    peto <- rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = informative)
    result$peto <- c(pooled(peto), q_p = peto$QEp)
  }
  if (nrow(arm) > 1) {
    f <- rma(measure = "PLO", xi = ai, ni = n1i, data = arm, method = "DL", add = 0.5, to = "only0")
    result$proportion <- c(pooled(f), tau2 = f$tau2)
  }
  result
}
groups <- split(all, factor(paste(all$file, all$grade, all$event), levels = unique(paste(all$file, all$grade, all$event))))
write_golden("adverse", "metabin(sm='RR', method='MH', incr=0.5, method.incr='only0', RR.Cochrane=TRUE); rma.mh; rma.peto; rma(measure='PLO', method='DL')",
             lapply(groups, case))
