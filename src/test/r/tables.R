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
# Further two-by-two tables of metadat, for the methods of counts: with the ten above more than forty sets.
fine <- function(j) with(dat.fine1993, table_of(paste("trial", study), get(paste0("e", j, "i")), nei, get(paste0("c", j, "i")), nci))
cannon <- function(j) with(dat.cannon2006, table_of(trial, get(paste0("ep", j, "t")), nt, get(paste0("ep", j, "c")), nc))
karner <- function(what) with(dat.karner2014, table_of(study, get(paste0("tiotropium.", what)), tiotropium.total, get(paste0("placebo.", what)), placebo.total))
yusuf <- function(t) with(dat.yusuf1985[dat.yusuf1985$table == t, ], table_of(paste(trial, id), ai, n1i, ci, n2i))
hartmann <- function(t) with(dat.hartmannboyce2018[dat.hartmannboyce2018$treatment == t, ], table_of(study, x.nrt, n.nrt, x.ctrl, n.ctrl))
chiarito <- function(what) with(dat.chiarito2020, table_of(study, get(paste0("p2y12.", what)), p2y12.total, get(paste0("aspirin.", what)), aspirin.total))
more_tables <- list(
  anand1999 = with(dat.anand1999, table_of(paste(study, year), ai, n1i, ci, n2i)),
  `axfors2021 cq` = with(dat.axfors2021[dat.axfors2021$hcq_cq == "cq", ], table_of(acronym, hcq_arm_event, hcq_arm_total, control_arm_event, control_arm_total)),
  bassler2004 = with(dat.bassler2004, table_of(study, Ee, Ne, Ec, Nc)),
  `cannon2006 1` = cannon(1), `cannon2006 2` = cannon(2), `cannon2006 3` = cannon(3), `cannon2006 4` = cannon(4), `cannon2006 6` = cannon(6),
  `chiarito2020 mi` = chiarito("mi"), `chiarito2020 stroke` = chiarito("stroke"), `chiarito2020 death` = chiarito("death"),
  `collins1985a operation` = with(dat.collins1985a, table_of(paste(trial, year), o.xti, nti, o.xci, nci)),
  `collins1985a death` = with(dat.collins1985a, table_of(paste(trial, year), d.xti, nti, d.xci, nci)),
  `collins1985b perinatal death` = with(dat.collins1985b, table_of(paste(author, year), ped.xti, fup.nti, ped.xci, fup.nci)),
  `collins1985b stillbirth` = with(dat.collins1985b, table_of(paste(author, year), stb.xti, fup.nti, stb.xci, fup.nci)),
  `collins1985b neonatal death` = with(dat.collins1985b, table_of(paste(author, year), ned.xti, fup.nti, ned.xci, fup.nci)),
  damico2009 = with(dat.damico2009, table_of(paste(study, year), xt, nt, xc, nc)),
  dorn2007 = with(dat.dorn2007, table_of(paste(study, year), x.a, n.a, x.p, n.p)),
  `fine1993 1` = fine(1), `fine1993 2` = fine(2), `fine1993 4` = fine(4),
  `gibson2002 admissions` = with(dat.gibson2002, table_of(paste(author, year), ai, ai + bi, ci, ci + di)),
  graves2010 = with(dat.graves2010, table_of(study, ai, n1i, ci, n2i)),
  greb2008 = with(dat.greb2008, table_of(study, Ee, Ne, Ec, Nc)),
  hahn2001 = with(dat.hahn2001, table_of(study, ai, n1i, ci, n2i)),
  hart1999 = with(dat.hart1999, table_of(paste(study, year), x1i, n1i, x2i, n2i)),
  `hartmannboyce2018 inhalator` = hartmann("inhalator"), `hartmannboyce2018 lozenges` = hartmann("tablets/lozenges"),
  higgins2008 = with(dat.higgins2008, table_of(author, resp.halo, resp.halo + fail.halo, resp.plac, resp.plac + fail.plac)),
  `karner2014 death` = karner("deaths"), `karner2014 hospital` = karner("hospi"),
  landenberger2005 = with(dat.landenberger2005[1:30, ], table_of(study, n.cbt.rec, n.cbt.rec + n.cbt.non, n.ctrl.rec, n.ctrl.rec + n.ctrl.non)),
  laopaiboon2015 = with(dat.laopaiboon2015, table_of(paste(author, year), ai, n1i, ci, n2i)),
  lau1992 = with(dat.lau1992, table_of(paste(trial, year), ai, n1i, ci, n2i)),
  lee2004 = with(dat.lee2004, table_of(paste(study, year), ai, n1i, ci, n2i)),
  moore1998 = with(dat.moore1998, table_of(paste(author, year), Ee, Ne, Ec, Nc)),
  `nissen2007 infarction` = with(dat.nissen2007, table_of(study, treat.infarction, treat.total, cont.infarction, cont.total)),
  `nissen2007 death` = with(dat.nissen2007, table_of(study, treat.death, treat.total, cont.death, cont.total)),
  quan2000 = with(dat.quan2000, table_of(study, Ee, Ne, Ec, Nc)),
  thompson1999 = with(dat.thompson1999, table_of(paste("study", studyid), ihd.exp, ihd.exp + noihd.exp, ihd.cont, ihd.cont + noihd.cont)),
  viechtbauer2021 = with(dat.viechtbauer2021, table_of(paste("trial", trial), xTi, nTi, xCi, nCi)),
  `yusuf1985 table 9` = yusuf("9"), `yusuf1985 table 10` = yusuf("10"), `yusuf1985 table 12a` = yusuf("12a"))
