package weir.cli.lake;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.ReplayOptions;

/** Makes a log again from the lake. */
@Command(
    name = "replay",
    description = "Sends the records in the lake to a new topic, as they once stood in another.",
    footer = {
      "",
      "  ./weir replay --lake=lake --topic=replayed",
      "  ./weir run --inputTopic=replayed --inputComplete --rules=my-rules.yaml"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Mixin ReplayOptions replay = new ReplayOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return LakeJvm.run(spec);
  }
}
