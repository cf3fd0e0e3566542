package weir.cli.models;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.learn.Model;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.AnnouncedModels;
import weir.text.Table;

/** All models of a log. */
@Command(
    name = "list",
    description = "Lists all models that were announced.",
    footer = {"", "  ./weir models list"})
final class ListCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Option(names = "--json", description = "Each as a JSON object, one a line.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<AnnouncedModels.One> all = control.books().models().all();
    if (json) {
      all.forEach(each -> out.println(line(each)));
    } else if (all.isEmpty()) {
      out.println("No model is announced yet: ./weir models announce FILE");
    } else {
      Table table =
          new Table("model", "learner", "inputs", "trees", "announced", "author", "comment")
              .align(1, true)
              .align(4, true)
              .align(5, true)
              .align(6, true);
      for (AnnouncedModels.One each : all) {
        Model model = each.model();
        table.add(
            List.of(
                model.name(),
                model.content().learner().word(),
                String.valueOf(model.inputs().size()),
                String.valueOf(model.content().trees().size()),
                Json.time(each.at()),
                Printable.text(each.author()),
                Printable.text(each.comment())));
      }
      out.print(table.text());
    }
    out.flush();
    return 0;
  }

  private static String line(AnnouncedModels.One one) {
    Model model = one.model();
    return JsonLine.object(
        it -> {
          it.writeStringField("model", model.name());
          it.writeStringField("learner", model.content().learner().word());
          it.writeNumberField("inputs", model.inputs().size());
          it.writeNumberField("trees", model.content().trees().size());
          JsonLine.time(it, "announced", one.at());
          it.writeStringField("author", one.author());
          it.writeStringField("comment", one.comment());
        });
  }
}
