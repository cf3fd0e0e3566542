package weir.cli.rules;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.Standing;

/** All books of a log. */
@Command(
    name = "list",
    description = "Lists all books that were announced, and which of them is in force when.",
    footer = {"", "  ./weir rules list"})
final class ListCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Option(names = "--json", description = "Each as a JSON object, one a line.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Standing> all = Standing.of(control.books(), System.currentTimeMillis());
    if (json) {
      all.forEach(each -> out.println(JsonLine.object(it -> RulesJson.standing(it, each))));
    } else if (all.isEmpty()) {
      out.println("Nothing is announced yet: ./weir rules announce FILE");
    } else {
      out.println(row("number", "state", "from", "rules", "announced", "author", "comment"));
      all.forEach(each -> out.println(row(each)));
    }
    out.flush();
    return 0;
  }

  private static String row(Standing standing) {
    Announced book = standing.book();
    return row(
        String.valueOf(book.number()),
        standing.state().words(),
        Words.from(book),
        String.valueOf(book.book().book().rules().size()),
        Json.time(book.at()),
        Printable.text(book.author()),
        Printable.text(book.comment()));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%6s  %-9s  %-24s  %5s  %-24s  %-12s  %s", cells)
        .stripTrailing();
  }
}
