package weir.runners;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.FlinkBundles;
import weir.contract.RestartContract;
import weir.kafka.KafkaSettings;
import weir.kafka.restart.Rewind;
import weir.topics.InputTopic;

/** Flink, killed and begun anew from what it committed. */
class OnFlinkRestartTest extends RestartContract {
  @TempDir private Path checkpoints = Path.of("target");

  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of(
        "--checkpointingInterval=300",
        FlinkBundles.LONG,
        "--stateBackend=filesystem",
        "--stateBackendStoragePath=" + checkpoints.toUri());
  }

  @Override
  protected RestartPoint restart(
      String servers,
      String group,
      List<TopicPartition> partitions,
      long reachMillis,
      long spanMillis) {
    InputTopic topic = new InputTopic(partitions, /* live= */ false);
    KafkaSettings kafka = new KafkaSettings(servers, group, Map.of(), Duration.ofMinutes(5));
    Rewind rewind = Rewind.lookUp(topic, kafka, reachMillis, spanMillis, Optional.empty());
    return new RestartPoint(rewind.newFrom(), rewind.beginning().offsets());
  }
}
