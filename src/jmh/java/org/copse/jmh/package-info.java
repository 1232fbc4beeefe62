/** Benchmarks; see src/jmh/README.md. Never shipped. */
package org.copse.jmh;
