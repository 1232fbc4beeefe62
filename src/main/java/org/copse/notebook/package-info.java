/**
 * How values show in a notebook: MIME bundles, and the hooks of the Java kernels.
 *
 * <p>The only package that names a kernel. {@link org.copse.notebook.Displays} knows no kernel;
 * {@link org.copse.notebook.JJavaExtension} and {@link org.copse.notebook.IJavaDisplays} hand its
 * bundles to theirs. No statistic and no drawing lives here.
 */
package org.copse.notebook;
