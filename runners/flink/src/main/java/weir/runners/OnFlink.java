package weir.runners;

import weir.WeirJob;

/**
 * Weir on the FlinkRunner. All values are immutable, so that nothing need be copied from step to
 * step; bundles are short, because an alert leaves at the end of its bundle.
 */
public final class OnFlink {
  private OnFlink() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        "--runner=FlinkRunner",
        "--fasterCopy=true",
        "--objectReuse=true",
        "--maxBundleTimeMills=50");
  }
}
