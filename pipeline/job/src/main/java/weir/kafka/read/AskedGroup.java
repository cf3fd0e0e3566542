package weir.kafka.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.kafka.KafkaSettings;

/** The consumer group as its brokers know it. It is waited for as long as Kafka may be away. */
final class AskedGroup implements ReadBefore.Group, AutoCloseable {
  private final KafkaSettings kafka;
  private final String run;
  private final SharedAdmin admin;

  /**
   * The group of a run.
   *
   * @param run the id of the run that commits
   */
  AskedGroup(KafkaSettings kafka, String run) {
    this.kafka = kafka;
    this.run = run;
    this.admin = SharedAdmin.open(kafka);
  }

  @Override
  public Map<TopicPartition, Long> endsOfCommitted(Collection<TopicPartition> partitions) {
    String group = kafka.consumerGroup();
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
        await(
            admin
                .client()
                .listConsumerGroupOffsets(
                    Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                    new ListConsumerGroupOffsetsOptions())
                .partitionsToOffsetAndMetadata(group));
    List<TopicPartition> some =
        partitions.stream().filter(each -> committed.get(each) != null).toList();
    return some.isEmpty() ? Map.of() : offsets(some, OffsetSpec.latest());
  }

  @Override
  public Map<TopicPartition, Long> endsOfEmpty(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    ends.entrySet().retainAll(offsets(partitions, OffsetSpec.earliest()).entrySet());
    return ends;
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec of) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(each -> asked.put(each, of));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    await(admin.client().listOffsets(asked).all())
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  @Override
  public void commit(TopicPartition partition, long offset) {
    String note = new CommitNote(run, System.currentTimeMillis()).text();
    await(
        admin
            .client()
            .alterConsumerGroupOffsets(
                kafka.consumerGroup(), Map.of(partition, new OffsetAndMetadata(offset, note)))
            .all());
  }

  @Override
  public long end(TopicPartition partition) {
    return Objects.requireNonNull(offsets(List.of(partition), OffsetSpec.latest()).get(partition));
  }

  private <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new UnavailableException(
          "cannot see how far the consumer group '"
              + kafka.consumerGroup()
              + "' got: "
              + failed.getCause(),
          failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a reader began", stopped);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
