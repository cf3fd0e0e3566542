package weir.cli.rules;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.Books;

/** What a book says otherwise than another. */
@Command(
    name = "diff",
    description = "Compares two books, rule by rule.",
    footer = {"", "  ./weir rules diff 1 now"})
final class DiffCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Parameters(
      index = "0",
      paramLabel = "N",
      converter = BookChoice.Converter.class,
      description = "A book's number, or 'now' for the one in force.")
  BookChoice before = new BookChoice(0);

  @Parameters(
      index = "1",
      paramLabel = "M",
      converter = BookChoice.Converter.class,
      description = "The book that it is compared with.")
  BookChoice after = new BookChoice(0);

  @Option(names = "--json", description = "As one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Books books = control.books();
    Announced one = before.in(books);
    Announced other = after.in(books);
    BookChanges changes =
        BookChanges.between(one.book().book(), one.text(), other.book().book(), other.text());
    if (json) {
      out.println(
          JsonLine.object(
              it -> {
                it.writeNumberField("before", one.number());
                it.writeNumberField("after", other.number());
                RulesJson.changes(it, changes);
              }));
    } else {
      out.println("from book " + one.number() + " to book " + other.number() + ":");
      ChangesText.print(changes, out);
    }
    out.flush();
    return 0;
  }
}
