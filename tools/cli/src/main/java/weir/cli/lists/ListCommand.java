package weir.cli.lists;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The lists of a log that rules ask. */
@Command(
    name = "list",
    description = "Shows and changes the lists of a log that its rules use, while jobs run.",
    subcommands = {
      NamesCommand.class,
      ShowCommand.class,
      AddCommand.class,
      RemoveCommand.class,
      LoadCommand.class
    },
    footer = {"", "  ./weir list add risky-shops shop-7 --for='30 d'"})
public final class ListCommand implements Runnable {
  @Spec @Nullable CommandSpec spec;

  /** Whoever names none of them wants to know which there are. */
  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
  }
}
