package weir.kafka.read;

import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import weir.kafka.KafkaSettings;

/** Readers of KafkaIO commit what they have reached to their consumer group. */
record CommitToGroup(KafkaSettings kafka) implements Committing<CheckpointMark> {
  @Override
  public Commits<CheckpointMark> open() {
    return GroupOffsets.open(kafka);
  }
}
