package org.copse.appraisal;

/** By what way a record was found; the columns of the PRISMA 2020 diagram. */
public enum PrismaRoute {
  /** A bibliographic database. */
  DATABASE,
  /** A register of trials. */
  REGISTER,
  /** Websites, organisations, citations and whatever else. */
  OTHER,
  /** The previous version of the review. */
  PREVIOUS
}
