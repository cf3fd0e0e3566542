package weir.runners;

import weir.WeirJob;

/** Weir on the SparkRunner. */
public final class OnSpark {
  private OnSpark() {}

  public static void main(String[] args) {
    WeirJob.main(args, "--runner=SparkRunner");
  }
}
