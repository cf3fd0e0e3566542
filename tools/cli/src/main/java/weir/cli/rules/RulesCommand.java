package weir.cli.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The rules of a log while it is judged. */
@Command(
    name = "rules",
    description = "Checks, announces, lists and compares the rules of a log while jobs run.",
    subcommands = {
      CheckCommand.class,
      AnnounceCommand.class,
      ListCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      CancelCommand.class
    },
    footer = {"", "  ./weir rules announce my-rules.yaml --from='2 h'"})
public final class RulesCommand implements Runnable {
  @Spec @Nullable CommandSpec spec;

  /** Whoever names none of them wants to know which there are. */
  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
  }
}
