package weir.cli.page;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.PageOptions;
import weir.launch.ChildJvm;

/** Serves the live page. */
@Command(
    name = "dashboard",
    description = "Serves the live page over PostgreSQL and the topics, until Ctrl-C.",
    footer = {
      "",
      "Either source may be missing, come late or go away for a while: the page says",
      "so. Give the database's user the role weir_reader, and no more. /metrics is",
      "for Prometheus, /healthz for whoever watches over the server.",
      "",
      "  ./weir dashboard --bootstrapServers= --jdbcUrl=...        # without Kafka",
      "  ./weir dashboard --jdbcUser=reader \\",
      "    --jdbcUrl=jdbc:postgresql://127.0.0.1:5432/weir"
    })
public final class DashboardCommand implements Callable<Integer> {
  @Mixin PageOptions options = new PageOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<String> typed = Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs();
    // All but the name of the command is for the page.
    try (ChildJvm page = PageJvm.with(typed.subList(1, typed.size())).inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(page::close));
      return page.waitFor();
    }
  }
}
