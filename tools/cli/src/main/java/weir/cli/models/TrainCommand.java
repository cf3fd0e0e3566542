package weir.cli.models;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.TrainOptions;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/** Trains a model, in a JVM of its own: the learner is large, and no other command needs it. */
@Command(
    name = "train",
    description =
        "Trains a model from a log with its labels: walks it by the code that judges, learns, tests"
            + " on the newest part, and writes the model, a report and the lines for the rule book.",
    footer = {
      "",
      "  ./weir train --rules=my-rules.yaml",
      "  ./weir train --lake=lake --rules=my-rules.yaml --learner=isolation-forest",
      "  ./weir train --log=may.csv --labels=chargebacks.csv --rules=my-rules.yaml"
    })
public final class TrainCommand implements Callable<Integer> {
  private static final BuiltModule LEARNER =
      new BuiltModule("tools/learn", "weir.train.command.Main");

  @Mixin TrainOptions options = new TrainOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (ChildJvm learner =
        LEARNER
            .launch("the learner")
            .jvm(
                "-Xmx5g",
                "-XX:+UseG1GC",
                "-Dfile.encoding=UTF-8",
                "-Dweir.terminal=" + Boolean.getBoolean("weir.terminal"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .arguments(Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs())
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(learner::close));
      return learner.waitFor();
    }
  }
}
