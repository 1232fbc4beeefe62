/**
 * Small-study effects: whether small studies show other effects than large ones, as they would if
 * small studies without an effect had not been published.
 *
 * <p>Tests take effects or a fit and never pool anew; nothing here draws a plot, prints or knows a
 * data frame. Asymmetry has other causes than missing studies, and no result here says which.
 */
package org.copse.bias;
