# Generalised linear mixed models of counts: metafor's rma.glmm, and beside it the same likelihoods maximised (glmmfits.R).
# Slow (several minutes): the exact conditional model alone takes metafor about 10 s a set.
source("glmmfits.R")

small <- list(
  `two studies` = table_of(c("A", "B"), c(12, 5), c(100, 60), c(20, 16), c(110, 64)),
  `three, one zero cell` = table_of(c("A", "B", "C"), c(0, 7, 14), c(30, 50, 90), c(4, 9, 11), c(31, 48, 92)))
two_arm <- c(tables[c("bcg", "nielweise2007", "collins1985a", "egger2001", "yusuf1985 table 6")],
  edge_tables[c("edge: every kind of zero", "edge: rare events, large arms", "edge: equal tables")], small)
exact <- c("bcg", "nielweise2007", "collins1985a", "edge: every kind of zero", "edge: equal tables", names(small))
full_rs <- c("bcg", "nielweise2007", "edge: every kind of zero", "three, one zero cell")
cases <- list()
for (name in names(two_arm)) {
  d <- two_arm[[name]]
  fits <- list(one_fit(name, "UM.FS", "OR", d))
  if (name %in% c("bcg", "nielweise2007")) fits <- c(fits, list(one_fit(name, "UM.FS", "OR", d, 1), one_fit(name, "UM.FS", "OR", d, 0)))
  if (name %in% full_rs) fits <- c(fits, list(one_fit(name, "UM.RS", "OR", d)))
  if (name == "nielweise2007") fits <- c(fits, list(one_fit(name, "UM.RS", "OR", d, 1)))
  fits <- c(fits, list(one_fit(name, "CM.AL", "OR", d)))
  if (name %in% exact) fits <- c(fits, list(one_fit(name, "CM.EL", "OR", d)))
  cases[[length(cases) + 1]] <- list(name = name, kind = "OR", ai = I(d$ai), n1i = I(d$n1i), ci = I(d$ci), n2i = I(d$n2i), fits = fits)
}
rates <- list(nielweise2008 = dat.nielweise2008[c("x1i", "t1i", "x2i", "t2i")], hart1999 = dat.hart1999[c("x1i", "t1i", "x2i", "t2i")],
  `double zero` = data.frame(x1i = c(0, 3, 7, 2), t1i = c(100, 210, 340, 90), x2i = c(0, 5, 6, 0), t2i = c(110, 190, 300, 95)))
for (name in names(rates)) {
  d <- rates[[name]]; d <- as.data.frame(lapply(d[complete.cases(d), ], as.numeric))
  fits <- list(one_fit(name, "UM.FS", "IRR", d), one_fit(name, "UM.FS", "IRR", d, 1), one_fit(name, "UM.RS", "IRR", d), one_fit(name, "CM.EL", "IRR", d))
  cases[[length(cases) + 1]] <- list(name = name, kind = "IRR", x1i = I(d$x1i), t1i = I(d$t1i), x2i = I(d$x2i), t2i = I(d$t2i), fits = fits)
}
plo <- list(debruin2009 = dat.debruin2009[c("xi", "ni")], pritz1997 = dat.pritz1997[c("xi", "ni")], `with 0 and all` = data.frame(xi = c(0, 5, 12, 20, 3), ni = c(15, 40, 50, 20, 33)),
  `two groups` = data.frame(xi = c(5, 17), ni = c(40, 52)))
for (name in names(plo)) { d <- as.data.frame(lapply(plo[[name]], as.numeric))
  cases[[length(cases) + 1]] <- list(name = name, kind = "PLO", xi = I(d$xi), ni = I(d$ni), fits = list(one_fit(name, "PLO", "PLO", d))) }
irln <- list(`hart1999 arm 1` = data.frame(xi = dat.hart1999$x1i, ti = dat.hart1999$t1i), `nielweise2008 arm 2` = data.frame(xi = dat.nielweise2008$x2i, ti = dat.nielweise2008$t2i),
  `with zeros` = data.frame(xi = c(0, 3, 7, 2, 0), ti = c(100, 210, 340, 90, 95)))
for (name in names(irln)) { d <- as.data.frame(lapply(irln[[name]], as.numeric))
  cases[[length(cases) + 1]] <- list(name = name, kind = "IRLN", xi = I(d$xi), ti = I(d$ti), fits = list(one_fit(name, "IRLN", "IRLN", d))) }
write_golden("glmm", paste("rma.glmm(measure = OR | IRR | PLO | IRLN, model = UM.FS | UM.RS | CM.AL | CM.EL, method = ML | EE, nAGQ = 25; UM.RS: 1),",
  "glmer by bobyqa with rhoend = 1e-9; reference: the likelihoods by a dense trapezoid rule, maximised by nlminb"), cases)
