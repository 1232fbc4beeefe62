# The two-by-two tables used by more than one script: a named list of data frames study, ai, n1i, ci, n2i.
source("breast.R")
table_of <- function(study, ai, n1i, ci, n2i) {
  d <- data.frame(study = make.unique(paste(study), sep = " #"),
    ai = as.numeric(ai), n1i = as.numeric(n1i), ci = as.numeric(ci), n2i = as.numeric(n2i))   # integers overflow in products
  d[complete.cases(d), ]
}
yusuf6 <- dat.yusuf1985[dat.yusuf1985$table == 6, ]
hcq <- dat.axfors2021[dat.axfors2021$hcq_cq == "hcq", ]
tables <- c(list(
  bcg = with(dat.bcg, table_of(paste(author, year), tpos, tpos + tneg, cpos, cpos + cneg)),
  collins1985b = with(dat.collins1985b, table_of(paste(author, year), pre.xti, pre.nti, pre.xci, pre.nci)),
  collins1985a = with(dat.collins1985a, table_of(paste(trial, year), b.xti, nti, b.xci, nci)),
  li2007 = with(dat.li2007, table_of(paste(study, year), ai, n1i, ci, n2i)),
  `yusuf1985 table 6` = with(yusuf6, table_of(trial, ai, n1i, ci, n2i)),
  nielweise2007 = with(dat.nielweise2007, table_of(paste(author, year), ai, n1i, ci, n2i)),
  egger2001 = with(dat.egger2001, table_of(paste(study, year), ai, n1i, ci, n2i)),
  hine1989 = with(dat.hine1989, table_of(source, ai, n1i, ci, n2i)),
  linde2005 = with(dat.linde2005, table_of(paste(study, year), ai, n1i, ci, n2i)),
  `axfors2021 hcq` = with(hcq, table_of(acronym, hcq_arm_event, hcq_arm_total, control_arm_event, control_arm_total))),
  setNames(lapply(breast_tables, function(d) with(d, table_of(study, ai, n1i, ci, n2i))),
     paste("breast", names(breast_tables))))
edge_tables <- list(
  `edge: one study` = table_of("A", 5, 40, 9, 42),
  `edge: one study with a zero cell` = table_of("A", 0, 40, 9, 42),
  `edge: every kind of zero` = table_of(c("zero in arm 1", "zero in arm 2", "double zero", "all in arm 1", "all in both", "none zero"),
    c(0, 3, 0, 20, 15, 7), c(30, 25, 40, 20, 15, 50), c(4, 0, 0, 11, 12, 9), c(31, 26, 35, 22, 12, 48)),
  `edge: arm 2 never has an event` = table_of(c("A", "B", "C"), c(3, 5, 2), c(30, 42, 25), c(0, 0, 0), c(29, 40, 27)),
  `edge: rare events, large arms` = table_of(c("A", "B", "C"), c(3, 12, 1), c(250000, 1e6, 90000), c(9, 15, 4), c(251000, 999000, 91000)),
  `edge: equal tables` = table_of(c("A", "B", "C"), rep(12, 3), rep(100, 3), rep(20, 3), rep(110, 3)))
