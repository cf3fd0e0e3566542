package weir.kafka.restart;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.judge.Floor;
import weir.kafka.KafkaSettings;

/** Looks up in Kafka how far a run is. */
final class FloorLookup implements FloorFollower.Lookup {
  private static final Logger LOG = LoggerFactory.getLogger(FloorLookup.class);

  /** Nobody waits for the answer, so there is no point in waiting long for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FollowedRun run;
  private final GroupLog log;

  private FloorLookup(FollowedRun run, GroupLog log) {
    this.run = run;
    this.log = log;
  }

  static FloorLookup open(FollowedRun run) {
    KafkaSettings kafka = run.kafka();
    KafkaSettings soon =
        new KafkaSettings(
            kafka.bootstrapServers(), kafka.consumerGroup(), kafka.client(), PATIENCE);
    return new FloorLookup(run, GroupLog.open(soon, run.partitions()));
  }

  @Override
  public Optional<FoundFloor> look() {
    Map<TopicPartition, OffsetAndMetadata> committed = log.committed();
    return RunCommits.of(run.run(), run.partitions(), committed)
        .map(commits -> new FoundFloor(logTime(committed), commits))
        .filter(found -> found.logTime() != Floor.UNKNOWN);
  }

  private long logTime(Map<TopicPartition, OffsetAndMetadata> committed) {
    GroupLog.Seen seen = log.progress(committed, LOG::debug);
    return FoundFloor.logTime(seen.progress(), run.idleness(), seen.asked());
  }

  @Override
  public void close() {
    log.close();
  }
}
