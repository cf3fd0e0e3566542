package weir.bench.flink;

import weir.contract.TwinContract;

/** The twin contract by hand on Flink. */
class OnNativeFlinkTest extends TwinContract {
  @Override
  protected String mainClass() {
    return OnNativeFlink.class.getName();
  }
}
