package weir.runners;

import weir.contract.SecondBookContract;

/** A second job with other rules, on Spark. */
class OnSparkSecondBookTest extends SecondBookContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }
}
