package weir.runners;

import weir.contract.SecondBookContract;

/** A second job with other rules, on the DirectRunner. */
class OnDirectSecondBookTest extends SecondBookContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }
}
