# The common data of "every method on many sets": metadat's published tables as effects and variances.
# Other golden files name these sets, so that the numbers are stored once. Run: Rscript sets.R
source("common.R")

sets <- list()
add <- function(name, measure, d) {
  ok <- is.finite(d$yi) & is.finite(d$vi) & d$vi > 0
  sets[[length(sets) + 1]] <<- list(name = name, measure = measure, k = sum(ok), yi = I(as.numeric(d$yi[ok])), vi = I(as.numeric(d$vi[ok])))
}
es <- function(name, measure, ...) {  # escalc finds its columns by name, so the call is passed on as written
  call <- match.call(); call[[1]] <- quote(escalc); call$name <- NULL
  add(name, measure, suppressWarnings(eval(call, parent.frame())))
}
raw <- function(name, measure, yi, vi) add(name, measure, data.frame(yi = yi, vi = vi))

# two-arm counts
d <- dat.bcg; for (m in c("RR", "OR", "RD")) es(paste0("bcg-", m), m, ai = tpos, bi = tneg, ci = cpos, di = cneg, data = d)
es("anand1999", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.anand1999)
es("axfors2021", "OR", ai = hcq_arm_event, n1i = hcq_arm_total, ci = control_arm_event, n2i = control_arm_total, data = dat.axfors2021)
es("bassler2004", "OR", ai = Ee, n1i = Ne, ci = Ec, n2i = Nc, data = dat.bassler2004)
es("collins1985a", "OR", ai = b.xti, n1i = nti, ci = b.xci, n2i = nci, data = dat.collins1985a)
es("collins1985b", "OR", ai = pre.xti, n1i = pre.nti, ci = pre.xci, n2i = pre.nci, data = dat.collins1985b)
es("damico2009", "OR", ai = xt, n1i = nt, ci = xc, n2i = nc, data = dat.damico2009)
es("dorn2007", "RR", ai = x.a, n1i = n.a, ci = x.p, n2i = n.p, data = dat.dorn2007)
es("egger2001", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.egger2001)
es("graves2010", "RD", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.graves2010)
es("greb2008", "RR", ai = Ee, n1i = Ne, ci = Ec, n2i = Nc, data = dat.greb2008)
es("hahn2001", "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.hahn2001)
es("hine1989", "RD", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.hine1989)
es("laopaiboon2015", "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.laopaiboon2015)
es("lau1992", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.lau1992)
es("lee2004", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.lee2004)
es("li2007", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.li2007)
es("linde2005", "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.linde2005)
es("moore1998", "OR", ai = Ee, n1i = Ne, ci = Ec, n2i = Nc, data = dat.moore1998)
es("nielweise2007", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.nielweise2007)
es("nissen2007", "PETO", ai = treat.infarction, n1i = treat.total, ci = cont.infarction, n2i = cont.total, data = dat.nissen2007)
es("quan2000", "RR", ai = Ee, n1i = Ne, ci = Ec, n2i = Nc, data = dat.quan2000)
es("vanhowe1999", "OR", ai = non.pos, bi = non.neg, ci = cir.pos, di = cir.neg, data = dat.vanhowe1999)
es("viechtbauer2021", "OR", ai = xTi, n1i = nTi, ci = xCi, n2i = nCi, data = dat.viechtbauer2021)
es("yusuf1985", "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = dat.yusuf1985[dat.yusuf1985$table == "6", ])
# rates
es("hart1999", "IRR", x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = dat.hart1999)
es("nielweise2008", "IRR", x1i = x1i, t1i = t1i, x2i = x2i, t2i = t2i, data = dat.nielweise2008)
# means
es("curtis1998", "ROM", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat.curtis1998)
es("furukawa2003", "SMD", m1i = Me, sd1i = Se, n1i = Ne, m2i = Mc, sd2i = Sc, n2i = Nc, data = dat.furukawa2003)
es("gibson2002", "SMD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat.gibson2002)
es("normand1999", "MD", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat.normand1999)
es("poole2003", "MD", m1i = Me, sd1i = Se, n1i = Ne, m2i = Mc, sd2i = Sc, n2i = Nc, data = dat.poole2003)
es("spooner2002", "MD", m1i = Me, sd1i = Se, n1i = Ne, m2i = Mc, sd2i = Sc, n2i = Nc, data = dat.spooner2002)
es("curtin2002", "MN", mi = MEAN, sdi = SE * sqrt(N), ni = N, data = setNames(dat.curtin2002, c("author", "year", "N", "MEAN", "SE", "corr")))
# correlations and proportions
es("cohen1981", "ZCOR", ri = ri, ni = ni, data = dat.cohen1981)
es("craft2003", "ZCOR", ri = ri, ni = ni, data = dat.craft2003)
es("crede2010", "ZCOR", ri = ri, ni = ni, data = dat.crede2010)
es("mcdaniel1994", "ZCOR", ri = ri, ni = ni, data = dat.mcdaniel1994)
es("molloy2014", "ZCOR", ri = ri, ni = ni, data = dat.molloy2014)
es("debruin2009", "PLO", xi = xi, ni = ni, data = dat.debruin2009)
es("feng2019", "PLO", xi = depr, ni = n, data = dat.feng2019)
es("hannum2020", "PAS", xi = xi, ni = ni, data = dat.hannum2020)
es("pritz1997", "PFT", xi = xi, ni = ni, data = dat.pritz1997)
es("bonett2010", "ABT", ai = ai, mi = mi, ni = ni, data = dat.bonett2010)
# reported estimates
raw("aloe2013", "SMD-like t", dat.aloe2013$tval, 1 + dat.aloe2013$tval^2 / (2 * dat.aloe2013$n))
raw("bangertdrowns2004", "SMD", dat.bangertdrowns2004$yi, dat.bangertdrowns2004$vi)
raw("baskerville2012", "SMD", dat.baskerville2012$smd, dat.baskerville2012$se^2)
raw("begg1989", "difference", dat.begg1989$yi, dat.begg1989$vi)
d <- dat.berkey1998; raw("berkey1998-AL", "MD", d$yi[d$outcome == "AL"], d$vi[d$outcome == "AL"])
raw("greenland1992", "log RR", dat.greenland1992$b, dat.greenland1992$SE^2)
raw("hackshaw1998", "log OR", dat.hackshaw1998$yi, dat.hackshaw1998$vi)
raw("konstantopoulos2011", "SMD", dat.konstantopoulos2011$yi, dat.konstantopoulos2011$vi)
raw("meeker2017", "difference", dat.meeker2017$mean, dat.meeker2017$se^2)
raw("michael2013", "difference", dat.michael2013$yi, dat.michael2013$vi)
raw("pignon2000", "log HR", dat.pignon2000$OmE / dat.pignon2000$V, 1 / dat.pignon2000$V)
raw("raudenbush1985", "SMD", dat.raudenbush1985$yi, dat.raudenbush1985$vi)
d <- dat.riley2003; raw("riley2003-DFS", "log HR", d$yi[d$outcome == "DFS"], d$vi[d$outcome == "DFS"])
raw("steurer2006", "log HR", dat.steurer2006$lnHR, dat.steurer2006$selnHR^2)
raw("tannersmith2016", "SMD", dat.tannersmith2016$yi, dat.tannersmith2016$vi)
raw("thompson1999", "log OR", dat.thompson1999$logOR, dat.thompson1999$varlogOR)

stopifnot(!anyDuplicated(vapply(sets, `[[`, "", "name")), all(vapply(sets, `[[`, 0, "k") >= 4), length(sets) >= 40)
write_golden("sets", "escalc(measure, ...) of metadat's tables", sets)
for (s in sets) cat(s$name, s$measure, s$k, signif(range(s$vi), 3), "\n")
