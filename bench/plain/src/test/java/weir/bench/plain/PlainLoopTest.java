package weir.bench.plain;

import weir.contract.TwinContract;

/** The twin contract without a framework. */
class PlainLoopTest extends TwinContract {
  @Override
  protected String mainClass() {
    return PlainLoop.class.getName();
  }
}
