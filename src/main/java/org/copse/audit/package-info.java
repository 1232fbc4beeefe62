/**
 * An audit of extracted data: what in a table of trials cannot be, is likely wrong, or is worth a
 * look before anything is pooled.
 *
 * <p>{@link org.copse.audit.AuditTable} holds the numbers as printed and says what they are; each
 * check lives in a file of its own and adds {@link org.copse.audit.Finding}s; the result is an
 * {@link org.copse.audit.Audit}. Which column of a table is what is the business of {@code data}.
 * Only {@code numeric}, {@code effect} and {@code convert} may be used here. Nothing is corrected:
 * an audit names cells, the analyst decides.
 */
package org.copse.audit;
