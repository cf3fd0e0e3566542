package weir.runners;

import weir.job.WeirJob;

/**
 * Weir on the DirectRunner. It works off ten elements of a source before it reads on, so records
 * are read several at a time; its checks of immutability and coders cost a tenth of the time; and a
 * second worker mostly waits for the first.
 */
public final class OnDirect {
  private OnDirect() {}

  public static void main(String[] args) {
    WeirJob.endWhenPatienceEnds();
    WeirJob.main(
        args,
        "--runner=DirectRunner",
        "--readBatch=50",
        "--targetParallelism=1",
        "--enforceImmutability=false",
        "--enforceEncodability=false");
  }
}
