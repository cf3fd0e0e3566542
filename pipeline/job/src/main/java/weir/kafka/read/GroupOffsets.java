package weir.kafka.read;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark.PartitionMark;
import org.apache.kafka.clients.admin.AlterConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.kafka.KafkaSettings;
import weir.kafka.read.CommitLater.Commits;
import weir.kafka.read.CommitLater.Committing;
import weir.kafka.read.CommitLater.Reached;

/** Commits what readers have reached as the offsets of their consumer group. */
final class GroupOffsets implements Commits<CheckpointMark> {
  private static final Logger LOG = LoggerFactory.getLogger(GroupOffsets.class);

  private static final AlterConsumerGroupOffsetsOptions SOON =
      new AlterConsumerGroupOffsetsOptions().timeoutMs(30_000);

  private final KafkaSettings kafka;
  private final String run;
  private final Beginning beginning;
  private final Alter alter;
  private final Runnable close;
  private boolean underWay;
  private Map<TopicPartition, OffsetAndMetadata> next = Map.of();

  /** Changes the offsets of the group. */
  interface Alter {
    KafkaFuture<Void> to(Map<TopicPartition, OffsetAndMetadata> offsets);
  }

  /**
   * Offsets of a group.
   *
   * @param run the id of the run that commits them
   * @param beginning where it begins: offsets that Kafka no longer held then are not committed
   */
  GroupOffsets(KafkaSettings kafka, String run, Beginning beginning, Alter alter, Runnable close) {
    this.kafka = kafka;
    this.run = run;
    this.beginning = beginning;
    this.alter = alter;
    this.close = close;
  }

  /** For readers that go to workers. */
  static Committing<CheckpointMark> of(KafkaSettings kafka, String run, Beginning beginning) {
    return () -> open(kafka, run, beginning);
  }

  private static GroupOffsets open(KafkaSettings kafka, String run, Beginning beginning) {
    SharedAdmin admin = SharedAdmin.open(kafka);
    return new GroupOffsets(
        kafka,
        run,
        beginning,
        offsets ->
            admin.client().alterConsumerGroupOffsets(kafka.consumerGroup(), offsets, SOON).all(),
        admin::close);
  }

  /**
   * Commits without waiting; a failed commit does not stop the job. While one commit is under way,
   * only the newest of the others is kept and sent next. So an older commit cannot follow a newer
   * one when a broker comes back.
   */
  @Override
  public void commit(Reached<CheckpointMark> reached) {
    String note = new CommitNote(run, reached.at()).text();
    Map<TopicPartition, OffsetAndMetadata> offsets =
        offsets((KafkaCheckpointMark) reached.mark(), note);
    if (offsets.isEmpty()) {
      return;
    }
    synchronized (this) {
      if (underWay) {
        next = offsets;
        return;
      }
      underWay = true;
    }
    send(offsets);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What fails is said, and that is all.
  private void send(Map<TopicPartition, OffsetAndMetadata> offsets) {
    alter
        .to(offsets)
        .whenComplete(
            (done, failed) -> {
              if (failed != null) {
                LOG.warn(
                    "Offsets of the group {} are not committed yet: {}",
                    kafka.consumerGroup(),
                    failed.toString());
              }
              sendNext();
            });
  }

  private void sendNext() {
    Map<TopicPartition, OffsetAndMetadata> newest;
    synchronized (this) {
      newest = next;
      next = Map.of();
      underWay = !newest.isEmpty();
    }
    if (!newest.isEmpty()) {
      send(newest);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(KafkaCheckpointMark mark, String note) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next(mark)
        .forEach(
            (partition, offset) -> {
              if (offset >= beginning.heldFrom(partition)) {
                offsets.put(partition, new OffsetAndMetadata(offset, note));
              }
            });
    return offsets;
  }

  /** The offset that comes next in each partition whose reader has begun. */
  static Map<TopicPartition, Long> next(KafkaCheckpointMark mark) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (PartitionMark each : mark.getPartitions()) {
      // Before its reader has begun, a partition has no offset.
      if (each.getNextOffset() >= 0) {
        offsets.put(new TopicPartition(each.getTopic(), each.getPartition()), each.getNextOffset());
      }
    }
    return offsets;
  }

  @Override
  public void close() {
    close.run();
  }
}
