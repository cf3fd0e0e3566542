package weir.contract;

/**
 * How long bundles of Flink are in the tests that do not mind. Each step has a timer that ends its
 * bundles in time. A job with all sinks has some 170 steps on two workers, and at the 50 ms of
 * Weir's own default their timers took more than half of the CPU time of a test.
 */
public final class FlinkBundles {
  public static final String LONG = "--maxBundleTimeMills=400";

  private FlinkBundles() {}
}
