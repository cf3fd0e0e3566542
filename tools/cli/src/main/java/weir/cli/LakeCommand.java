package weir.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers queries about the lake. */
@Command(
    name = "lake",
    description = "Tells what is in the lake, and answers queries about it in SQL.",
    footer = {
      "",
      "Views: bronze (records as read), silver (accepted transactions), alerts, and totals (per",
      "user and currency in sliding windows of silver). A row that was written more than once is",
      "there once; bronze_raw, silver_raw and alerts_raw have all that is in the files.",
      "",
      "  ./weir lake --lake=lake",
      "  ./weir lake --lake=lake \"select rule_id, count(*) from alerts where status = 'raised'"
          + " group by all\""
    })
final class LakeCommand implements Callable<Integer> {
  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      defaultValue = "lake",
      description = "The lake's folder (default: ${DEFAULT-VALUE}).")
  String folder = "";

  @Option(names = "--json", description = "Each row of the answer as a line of JSON.")
  boolean json;

  @Parameters(paramLabel = "SQL", arity = "0..1", description = "Without it: how much there is.")
  @Nullable String sql;

  @Override
  public Integer call() throws InterruptedException {
    return LakeProcess.run(
        List.of("lake", folder, json ? "json" : "table", sql == null ? "" : sql));
  }
}
