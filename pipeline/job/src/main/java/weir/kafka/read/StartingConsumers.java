package weir.kafka.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Makes consumers that stand where a run begins once they are given their partitions. KafkaIO asks
 * such a consumer for its position, unless a checkpoint says where to go on.
 */
final class StartingConsumers
    implements SerializableFunction<Map<String, Object>, Consumer<byte[], byte[]>> {
  private static final long serialVersionUID = 1L;

  private final Beginning beginning;
  private final int partitions;
  private final @Nullable String abreast;

  /**
   * Makes consumers of one topic.
   *
   * @param partitions how many of it the job reads in all
   * @param abreast the run whose partitions are kept abreast, if they are
   */
  StartingConsumers(Beginning beginning, int partitions, @Nullable String abreast) {
    this.beginning = beginning;
    this.partitions = partitions;
    this.abreast = abreast;
  }

  @Override
  public Consumer<byte[], byte[]> apply(Map<String, Object> config) {
    return new StartingConsumer(config, beginning, partitions, abreast);
  }

  private static final class StartingConsumer extends KafkaConsumer<byte[], byte[]> {
    /** A poll is this short while a partition waits for others: it may go on at any time. */
    private static final long SHORT_MILLIS = 5;

    private final Beginning beginning;
    private final int partitions;
    private final @Nullable String abreast;
    private final @Nullable OlderFirst older;

    StartingConsumer(
        Map<String, Object> config, Beginning beginning, int partitions, @Nullable String abreast) {
      super(config);
      this.beginning = beginning;
      this.partitions = partitions;
      this.abreast = abreast;
      this.older =
          beginning.older() == null
              ? null
              : new OlderFirst(beginning.older(), this::firstHeld, super::seek);
    }

    private long firstHeld(TopicPartition partition) {
      return beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public void assign(Collection<TopicPartition> partitions) {
      super.assign(partitions);
      switch (beginning.from()) {
        case EARLIEST -> seekToBeginning(partitions);
        case LATEST -> seekToEnd(partitions);
        case COMMITTED_MINUS_HORIZON -> partitions.forEach(this::seekToLookedUp);
        case COMMITTED -> {
          // The group's offset is where an assigned consumer stands by itself.
        }
      }
      if (older != null) {
        older.assigned(partitions);
      }
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
      if (older == null || !older.seek(partition, offset)) {
        super.seek(partition, offset);
      }
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
      if (older != null) {
        older.leave(partitions);
      }
      super.seekToEnd(partitions);
    }

    @Override
    public long position(TopicPartition partition) {
      OptionalLong offset = older == null ? OptionalLong.empty() : older.position(partition);
      return offset.isPresent() ? offset.getAsLong() : super.position(partition);
    }

    /**
     * KafkaIO polls in a thread of its own and catches exceptions only. An error would end that
     * thread, and the job would silently read no more.
     */
    @Override
    @SuppressWarnings("deprecation") // It is the one that KafkaIO calls.
    public ConsumerRecords<byte[], byte[]> poll(long timeout) {
      try {
        UnreadPartitions.here().look(this, partitions);
        return older == null || older.isOver() ? pollKafka(timeout) : older.poll();
      } catch (Error failed) {
        throw new KafkaException("reading cannot go on", failed);
      }
    }

    @SuppressWarnings("deprecation") // As above.
    private ConsumerRecords<byte[], byte[]> pollKafka(long timeout) {
      return abreast == null ? super.poll(timeout) : pollAbreast(abreast, timeout);
    }

    @SuppressWarnings("deprecation") // As above.
    private ConsumerRecords<byte[], byte[]> pollAbreast(String run, long timeout) {
      boolean waits = Abreast.of(run).letWait(this);
      ConsumerRecords<byte[], byte[]> records =
          super.poll(waits ? Math.min(SHORT_MILLIS, timeout) : timeout);
      Abreast.of(run).came(records);
      return records;
    }

    @Override
    public void close() {
      if (abreast != null) {
        Abreast.gone(abreast, assignment());
      }
      if (older != null) {
        older.close();
      }
      super.close();
    }

    private void seekToLookedUp(TopicPartition partition) {
      Long offset = beginning.offsets().get(partition);
      if (offset == null) {
        seekToBeginning(List.of(partition));
      } else {
        seek(partition, offset);
      }
    }
  }
}
