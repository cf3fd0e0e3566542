package weir.cli.lake;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.QueryOptions;

/** Answers queries about the lake. */
@Command(
    name = "lake",
    description = "Tells what is in the lake, and answers queries about it in SQL.",
    footer = {
      "",
      "Views: bronze (records as read), silver (accepted transactions), alerts, dead_letters"
          + " (where a job judged a whole lake), and totals (per user and currency in sliding"
          + " windows of silver). A row that was written"
          + " more than once is there once; bronze_raw, silver_raw and alerts_raw have all that is"
          + " in the files.",
      "",
      "  ./weir lake --lake=lake",
      "  ./weir lake --lake=lake \"select rule_id, count(*) from alerts",
      "    where status = 'raised' group by all\""
    })
public final class LakeCommand implements Callable<Integer> {
  @Mixin QueryOptions query = new QueryOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return LakeJvm.run(spec);
  }
}
