package weir.bench.streams;

import weir.contract.TwinContract;

/** The twin contract by hand on Kafka Streams. */
class OnKafkaStreamsTest extends TwinContract {
  @Override
  protected String mainClass() {
    return OnKafkaStreams.class.getName();
  }
}
