package weir.bench.spark;

import weir.contract.TwinContract;

/** The twin contract by hand on Structured Streaming. */
class OnStructuredStreamingTest extends TwinContract {
  @Override
  protected String mainClass() {
    return OnStructuredStreaming.class.getName();
  }
}
