/**
 * How far a review and its studies can be trusted: instruments of risk of bias and of quality as
 * data, reviewers' answers, overall judgements and scores, agreement between reviewers, results by
 * judgement; and the flow of records from the search to the studies included.
 *
 * <p>May live here: instruments in words of our own with a link to the official text, their rules,
 * counts, agreement, how a fit changes when studies are left out by judgement, and flows with their
 * checks. May not live here: reading of tables ({@code data}), drawing ({@code plot}), an estimator
 * ({@code model}).
 */
package org.copse.appraisal;
