package weir.runners;

import weir.contract.SecondBookContract;

/** A second job with other rules, on Flink. */
class OnFlinkSecondBookTest extends SecondBookContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }
}
