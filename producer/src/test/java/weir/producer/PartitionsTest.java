package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitionsTest {
  /** Kafka's own partitioner decides; were it another one day, another partition would lag. */
  @Test
  void theFirstPartitionIsKafkasFirst() {
    assertThat(
            IntStream.range(0, 1000).mapToObj(i -> ("user-" + i).getBytes(StandardCharsets.UTF_8)))
        .allSatisfy(
            key ->
                assertThat(Partitions.first(4).test(key))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, 4) == 0));
  }
}
