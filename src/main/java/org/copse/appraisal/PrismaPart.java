package org.copse.appraisal;

/**
 * A line of a box: a database with its records, or a reason with its reports.
 *
 * @param name the database or the reason
 * @param count its number, 0 or more
 */
public record PrismaPart(String name, int count) {}
