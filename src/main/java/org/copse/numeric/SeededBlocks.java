package org.copse.numeric;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random samples drawn in blocks, on all cores, with the same bits for any number of threads: each
 * block has a generator of its own, seeded by the seed and the block's place.
 */
public final class SeededBlocks {

  private static final int SIZE = 512;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private SeededBlocks() {}

  /** Fills a range of samples. */
  @FunctionalInterface
  public interface Block {

    /**
     * Draws the samples from (included) to (excluded).
     *
     * @param random the block's own generator
     * @param from first sample
     * @param to one beyond the last sample
     */
    void fill(UniformRandomProvider random, int from, int to);
  }

  /**
   * Draws all samples.
   *
   * @param samples how many
   * @param seed any number
   * @param block called once a block, by several threads at the same time; must write to its own
   *     range only
   * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
   */
  public static void draw(int samples, long seed, Block block) {
    int blocks = (samples + SIZE - 1) / SIZE;
    LongRun.each(
        "blocks of %s random samples".formatted(SIZE),
        blocks,
        true,
        b -> {
          SplittableRandom source = new SplittableRandom(mixed(seed + GOLDEN * (b + 1)));
          block.fill(source::nextLong, b * SIZE, Math.min(samples, (b + 1) * SIZE));
        });
  }

  /** Spreads neighbouring seeds over all 64 bits (the finaliser of splitmix64). */
  private static long mixed(long seed) {
    long bits = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
