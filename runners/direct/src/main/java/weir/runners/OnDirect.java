package weir.runners;

import weir.job.WeirJob;

/**
 * Weir on the DirectRunner. This runner finishes ten elements of a source before it reads on, and
 * each bundle costs it a lot: so records are read many at a time, and keys share bundles. Its
 * checks of immutability and coders would cost a tenth of the time. A second worker mostly waits
 * for the first.
 */
public final class OnDirect {
  private OnDirect() {}

  public static void main(String[] args) {
    WeirJob.endWhenPatienceEnds();
    WeirJob.main(
        args,
        "--runner=DirectRunner",
        "--readBatch=500",
        "--keyGroups=16",
        "--lakeBundles=100",
        "--targetParallelism=1",
        "--enforceImmutability=false",
        "--enforceEncodability=false");
  }
}
