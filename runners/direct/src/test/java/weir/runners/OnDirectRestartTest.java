package weir.runners;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import weir.contract.RestartContract;
import weir.kafka.KafkaSettings;
import weir.kafka.restart.Rewind;
import weir.topics.InputTopic;

/** The DirectRunner, killed and begun anew from what it committed. */
class OnDirectRestartTest extends RestartContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of();
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
