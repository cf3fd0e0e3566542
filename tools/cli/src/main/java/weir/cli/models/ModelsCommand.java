package weir.cli.models;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The models of a log. */
@Command(
    name = "models",
    description = "Announces the models that rules can name, lists them, and tells what is in one.",
    subcommands = {AnnounceCommand.class, ListCommand.class, ShowCommand.class},
    footer = {"", "  ./weir models announce model-0123456789ab.json"})
public final class ModelsCommand implements Runnable {
  @Spec @Nullable CommandSpec spec;

  /** Without the name of one it tells which there are. */
  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
  }
}
