package weir.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is replayed from a lake, and where to. */
public final class ReplayOptions {
  @Mixin public KafkaOptions kafka = new KafkaOptions();
  @Mixin public LakeOption lake = new LakeOption();

  @Option(
      names = "--topic",
      required = true,
      description = "Where to: an empty topic that takes the sender's time, or a new one.")
  public String topic = "";

  @Option(
      names = "--from-topic",
      paramLabel = "TOPIC",
      description = "Whose records, if those of several topics are in the lake.")
  public @Nullable String from;
}
