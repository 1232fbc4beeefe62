# Tables of metadat as they are printed, for the audit: it must raise no error and no warning on any.
# Run from this directory: Rscript audit-sets.R. Writes ../resources/audit/NAME.csv.
suppressPackageStartupMessages(library(metadat))
columns <- list(
  egger2001 = c("study", "year", "ai", "n1i", "ci", "n2i"),
  lee2004 = c("study", "year", "ai", "n1i", "ci", "n2i"),
  linde2005 = c("study", "year", "ai", "n1i", "ci", "n2i"),
  nielweise2007 = c("study", "author", "year", "ai", "n1i", "ci", "n2i"),
  laopaiboon2015 = c("author", "year", "ai", "n1i", "ci", "n2i"),
  normand1999 = c("study", "source", "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i"),
  gibson2002 = c("author", "year", "n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i", "ai", "bi", "ci", "di"),
  dumouchel1994 = c("study", "or", "lower", "upper"),
  hackshaw1998 = c("study", "author", "year", "cases", "or", "or.lb", "or.ub"),
  steurer2006 = NULL,
  pritz1997 = c("study", "authors", "xi", "ni"),
  crisafulli2020 = c("study", "pubyear", "cases", "total"),
  lloyd2010 = NULL,
  karner2014 = NULL)
dir.create(file.path("..", "resources", "audit"), showWarnings = FALSE)
for (name in names(columns)) {
  set <- paste0("dat.", name)
  data(list = set, package = "metadat")
  x <- as.data.frame(get(set))
  keep <- columns[[name]]
  if (is.null(keep)) keep <- names(x)[!vapply(x, function(v) is.character(v) && max(nchar(v), 0, na.rm = TRUE) > 60, NA)]
  x <- x[intersect(keep, names(x))]
  file <- file.path("..", "resources", "audit", paste0(name, ".csv"))
  write.csv(x, file, row.names = FALSE, na = "", fileEncoding = "UTF-8")
  cat(sprintf("%s: %d rows, %s\n", file, nrow(x), paste(names(x), collapse = ", ")))
}
cat("metadat", as.character(packageVersion("metadat")), "\n")
