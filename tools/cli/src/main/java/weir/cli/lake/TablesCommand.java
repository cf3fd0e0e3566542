package weir.cli.lake;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.TablesOptions;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/** Makes tables of the lake that other engines read. */
@Command(
    name = "tables",
    description =
        "Makes tables of Iceberg or Delta of the lake, which Snowflake, Databricks, Trino, Spark and"
            + " others read: its finished files become theirs, where they are, each once. Any number"
            + " may run at once.",
    footer = {
      "",
      "  ./weir tables --lake=lake",
      "  ./weir tables --lake=lake --format=both --follow",
      "  ./weir tables --lake=lake --catalog=type=rest \\",
      "    --catalog=uri=https://HOST/catalog"
    })
public final class TablesCommand implements Callable<Integer> {
  private static final BuiltModule TABLES =
      new BuiltModule("tools/tables", "weir.tables.command.Main");

  /** A commit that has begun is soon done; one that is not is none. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin TablesOptions options = new TablesOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (ChildJvm tables =
        TABLES
            .launch("the tables' writer")
            .jvm(
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .arguments(Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs())
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> tables.end(PATIENCE)));
      return tables.waitFor();
    }
  }
}
