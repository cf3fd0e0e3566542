package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic that gets partitions while the job reads those that it had. */
class UnreadPartitionsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> told = new ArrayList<>();
  private final UnreadPartitions unread = new UnreadPartitions(told::add, nanos::get);
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>(OffsetResetStrategy.EARLIEST);

  @BeforeEach
  void assign() {
    consumer.assign(List.of(new TopicPartition("t", 0)));
  }

  private void look(int there, int read) {
    consumer.updatePartitions(
        "t",
        IntStream.range(0, there)
            .mapToObj(number -> new PartitionInfo("t", number, null, null, null))
            .toList());
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    unread.look(consumer, read);
  }

  @Test
  void partitionsThatNobodyReadsAreToldOnce() {
    look(4, 4);
    assertThat(told).isEmpty();
    look(6, 4);
    look(6, 4);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith(
            "'t' has 6 partitions now, but the job reads only the 4 that it had at the start:");
    look(7, 4);
    assertThat(told).hasSize(2);
  }

  /** A job may read two topics, and a process asks about each of them. */
  @Test
  void eachTopicIsLookedAt() {
    look(4, 4);
    consumer.assign(List.of(new TopicPartition("labels", 0)));
    consumer.updatePartitions(
        "labels",
        List.of(
            new PartitionInfo("labels", 0, null, null, null),
            new PartitionInfo("labels", 1, null, null, null)));
    unread.look(consumer, 1);
    assertThat(told).singleElement().asString().startsWith("'labels' has 2 partitions now");
  }

  /** While a topic is made anew its consumer knows none. */
  @Test
  void aTopicThatIsGoneHasNoneToTellOf() {
    look(0, 4);
    assertThat(told).isEmpty();
  }
}
