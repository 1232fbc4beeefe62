/**
 * Appraisal of studies: instruments of risk of bias and of quality as data, reviewers' answers,
 * overall judgements and scores, agreement between reviewers, and results by judgement.
 *
 * <p>May live here: instruments in words of our own with a link to the official text, their rules,
 * counts, agreement, and how a fit changes when studies are left out by judgement. May not live
 * here: reading of tables ({@code data}), drawing ({@code plot}), an estimator ({@code model}).
 */
package org.copse.appraisal;
