# Tables 1-4 of the breast-cancer review (Int J Clin Exp Med 2014;7(10):3333-3343). Events are round(percent * n / 100);
# rows with an arm not printed are left out. The interval of Novartis 2012 is from Yardley 2013 (doi 10.1007/s12325-013-0060-1).
read_rows <- function(text) read.csv(text = text, strip.white = TRUE)
breast_pfs <- read_rows("study,hr,low,high
Campone 2013 visceral,0.47,0.37,0.60
Campone 2013 no visceral,0.41,0.31,0.55
Baselga 2012,0.43,0.35,0.54
Hortobagyi 2011,0.44,0.36,0.53
Noguchi 2013 Asian,0.62,0.41,0.94
Noguchi 2013 non-Asian,0.41,0.33,0.50
Novartis 2012,0.45,0.38,0.54
Bachelot 2012,0.54,0.36,0.81")
breast_cbr <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,121,271,30,135
Campone 2013 no visceral,128,214,33,104
Hortobagyi 2011,245,485,61,239
Noguchi 2013 Asian,57,98,13,45
Noguchi 2013 non-Asian,192,387,50,194
Bachelot 2012,33,54,24,57")
breast_orr <- read_rows("study,ai,n1i,ci,n2i
Baselga 2012,46,485,1,239
Hortobagyi 2011,58,485,3,239
Noguchi 2013 Asian,19,98,0,45
Noguchi 2013 non-Asian,42,387,4,194
Novartis 2012,61,485,4,239
Bachelot 2012,8,54,7,57")
breast_neoadjuvant_orr <- read_rows("study,ai,n1i,ci,n2i
Baselga 2009,50,138,52,132
Huober 2013,103,197,122,198
Gonzalez 2011,11,23,8,27")
breast_stomatitis <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,160,271,18,135
Campone 2013 no visceral,126,214,10,104
Baselga 2012,272,485,26,239
Hortobagyi 2011,286,485,26,239
Noguchi 2013 Asian,78,98,7,45
Noguchi 2013 non-Asian,209,387,21,194
Novartis 2012,325,485,26,239
Bachelot 2012,30,54,4,57")
breast_rash <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,108,271,5,135
Campone 2013 no visceral,83,214,10,104
Baselga 2012,175,485,14,239
Hortobagyi 2011,189,485,14,239
Noguchi 2013 Asian,39,98,4,45
Noguchi 2013 non-Asian,143,387,12,194
Novartis 2012,189,485,14,239
Bachelot 2012,24,54,4,57")
breast_nausea <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,89,271,39,135
Campone 2013 no visceral,58,214,29,104
Baselga 2012,131,485,65,239
Hortobagyi 2011,131,485,67,239
Noguchi 2013 Asian,22,98,11,45
Noguchi 2013 non-Asian,124,387,58,194
Novartis 2012,141,485,67,239
Bachelot 2012,19,54,20,57")
breast_diarrhea <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,92,271,22,135
Campone 2013 no visceral,73,214,23,104
Baselga 2012,146,485,38,239
Hortobagyi 2011,160,485,45,239
Noguchi 2013 Asian,23,98,6,45
Noguchi 2013 non-Asian,143,387,39,194
Novartis 2012,160,485,43,239")
breast_pneumonitis <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,38,271,0,135
Campone 2013 no visceral,41,214,0,104
Baselga 2012,58,485,0,239
Hortobagyi 2011,73,485,0,239
Novartis 2012,92,485,1,239")
breast_fatigue <- read_rows("study,ai,n1i,ci,n2i
Campone 2013 visceral,108,271,39,135
Campone 2013 no visceral,77,214,26,104")
breast_tables <- list(CBR = breast_cbr, ORR = breast_orr, "neoadjuvant ORR" = breast_neoadjuvant_orr,
  "any-grade stomatitis" = breast_stomatitis, "any-grade rash" = breast_rash, "any-grade nausea" = breast_nausea,
  "any-grade diarrhea" = breast_diarrhea, "any-grade pneumonitis" = breast_pneumonitis, "any-grade fatigue" = breast_fatigue)
