package weir.cli.models;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.book.ModelFile;
import weir.cli.control.ControlOptions;
import weir.failure.MisuseException;
import weir.learn.Model;
import weir.notice.AnnouncedModels;

/** What is in a model. */
@Command(
    name = "show",
    description = "Tells what a model looks at, and how it was trained.",
    footer = {
      "",
      "  ./weir models show model-0123456789ab.json",
      "  ./weir models show 0123456789ab"
    })
final class ShowCommand implements Callable<Integer> {
  private static final int FEWEST_LETTERS = 4;

  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Parameters(
      paramLabel = "MODEL",
      description = "A file, or the name of an announced model, or its first letters.")
  String wanted = "";

  @Option(names = "--artefact", description = "The artefact itself, as it was announced.")
  boolean artefact;

  @Override
  public Integer call() {
    Model model =
        Files.exists(Path.of(wanted)) ? ModelFile.read(Path.of(wanted)) : announced(wanted);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (artefact) {
      out.print(new String(model.artefact(), StandardCharsets.UTF_8));
    } else {
      out.print(ModelText.of(model));
      out.print(ModelText.inputs(model));
    }
    out.flush();
    return 0;
  }

  private Model announced(String name) {
    if (!name.matches("[0-9a-f]{" + FEWEST_LETTERS + ",64}")) {
      throw new MisuseException(
          "'"
              + name
              + "' is neither a file nor the name of a model, which is 64 hexadecimal digits, or at"
              + " least 4 of its first");
    }
    List<Model> found =
        control.books().models().all().stream()
            .filter(each -> each.name().startsWith(name))
            .map(AnnouncedModels.One::model)
            .toList();
    if (found.size() != 1) {
      throw new MisuseException(
          found.isEmpty()
              ? "no model '" + name + "' is announced: ./weir models list"
              : found.size() + " models begin with '" + name + "': ./weir models list");
    }
    return found.get(0);
  }
}
