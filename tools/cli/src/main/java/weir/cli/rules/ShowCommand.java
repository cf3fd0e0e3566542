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
import weir.notice.Books;
import weir.notice.Standing;

/** A book as it was written. */
@Command(
    name = "show",
    description = "Prints the file of a book, exactly as it was announced.",
    footer = {"", "  ./weir rules show now > my-rules.yaml"})
final class ShowCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Parameters(
      paramLabel = "N",
      converter = BookChoice.Converter.class,
      description = "The book's number, or 'now' for the one in force.")
  BookChoice choice = new BookChoice(0);

  @Option(names = "--json", description = "As one JSON object, with the file in 'book'.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Books books = control.books();
    Announced book = choice.in(books);
    if (json) {
      Standing standing = Standing.of(books, System.currentTimeMillis()).get(book.number() - 1);
      out.println(
          JsonLine.object(
              it -> {
                RulesJson.standing(it, standing);
                it.writeStringField("book", book.text());
              }));
    } else {
      out.print(book.text());
    }
    out.flush();
    return 0;
  }
}
