package weir.traffic;

import java.util.Arrays;
import java.util.List;

/**
 * Chance that a seed decides (SplitMix64). The JDK has such generators too, but it does not promise
 * the same numbers in every version, nor the same results of the functions in {@link Math}.
 */
final class Dice {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  Dice(long seed) {
    state = seed;
  }

  /** Separate dice for one of many; one seed decides all of them. */
  static Dice of(long seed, long which) {
    return new Dice(mix(seed) ^ mix(which * STEP + 1));
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /** From zero to just below the bound. */
  int below(int bound) {
    // The upper bits times the bound; the bias is too small to measure.
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From 0 to just below 1. */
  double share() {
    return (next() >>> 11) * UNIT;
  }

  boolean chance(double probability) {
    return share() < probability;
  }

  <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  long between(long from, long to) {
    return from + (long) (share() * (to - from + 1));
  }

  double between(double from, double to) {
    return from + share() * (to - from);
  }

  /** A log-uniform value between two bounds: as likely from 1 to 2 as from 10 to 20. */
  double spreadBetween(double from, double to) {
    return from * StrictMath.exp(share() * StrictMath.log(to / from));
  }

  /** Half of the values are below the median; the larger sigma, the heavier the tail. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /** This many instants from 0 to a length of time, in order. */
  double[] inOrder(int many, double length) {
    double[] times = new double[many];
    for (int i = 0; i < many; i++) {
      times[i] = between(0, length);
    }
    Arrays.sort(times);
    return times;
  }

  private double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
    return radius * StrictMath.cos(2 * StrictMath.PI * share());
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
