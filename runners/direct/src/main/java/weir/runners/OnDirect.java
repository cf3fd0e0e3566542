package weir.runners;

import weir.WeirJob;

/**
 * Weir on the DirectRunner. Its checks of immutability and coders cost a tenth of the time, and a
 * second worker mostly waits for the first: what an engine may do is tested, not watched.
 */
public final class OnDirect {
  private OnDirect() {}

  public static void main(String[] args) {
    WeirJob.main(
        args,
        "--runner=DirectRunner",
        "--targetParallelism=1",
        "--enforceImmutability=false",
        "--enforceEncodability=false");
  }
}
