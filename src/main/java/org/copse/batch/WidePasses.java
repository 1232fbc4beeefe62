package org.copse.batch;

import java.lang.reflect.Constructor;

/**
 * The two passes of DerSimonian and Laird's method over sets that stay where they are, in registers
 * of several sets.
 *
 * <p>The one implementation, {@code VectorPasses}, needs the module {@code jdk.incubator.vector},
 * which a JVM has only when told so; without it a batch takes {@link Sums}, to the same bits: both
 * do the same operations on a set in the same order.
 */
interface WidePasses {

  /**
   * First pass over {@code block.n} sets at tau² = 0: writes Σw, Σw², Σwd, Σwd², Q and its
   * denominator to the block, and tau².
   *
   * @return false when a set wants the care of {@link LaneBlock}: nothing written is of use then
   */
  boolean moments(StudyMajor sets, int first, LaneBlock block, double[] tau2);

  /** Second pass: s1 = Σw and t = Σwd with w = 1/(v + tau²). */
  void weighted(StudyMajor sets, int first, int n, double[] tau2, double[] s1, double[] t);

  /** The passes, or null where the JVM has no vectors. */
  static WidePasses find() {
    return Found.PASSES;
  }

  /** Looked for once, when first asked for. */
  final class Found {

    private static final WidePasses PASSES = find();

    private Found() {}

    private static WidePasses find() {
      if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
        return null;
      }
      try {
        Constructor<?> constructor =
            Class.forName("org.copse.batch.VectorPasses").getDeclaredConstructor();
        return (WidePasses) constructor.newInstance();
      } catch (ReflectiveOperationException | LinkageError e) {
        // another JDK's vectors, or a build without them: the same numbers, more slowly
        return null;
      }
    }
  }
}
