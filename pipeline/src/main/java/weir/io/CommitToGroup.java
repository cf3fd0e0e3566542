package weir.io;

import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;

/** Readers of KafkaIO commit what they have reached to their consumer group. */
record CommitToGroup(KafkaSettings kafka) implements Committing<CheckpointMark> {
  @Override
  public Commits<CheckpointMark> open() {
    return GroupOffsets.open(kafka);
  }
}
