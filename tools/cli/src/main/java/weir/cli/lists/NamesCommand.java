package weir.cli.lists;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.book.RuleBook;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.control.KnownLists;
import weir.model.Json;
import weir.notice.Books;

/** All lists of a log. */
@Command(
    name = "names",
    description = "Names all lists, with how many members each has now.",
    footer = {"", "  ./weir list names"})
final class NamesCommand implements Callable<Integer> {
  private static final String ROW = "%7s  %5s  %s";

  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Option(names = "--json", description = "Each as a JSON object, one a line.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Books books = control.books();
    Set<String> names = new TreeSet<>(books.lists().names());
    long now = System.currentTimeMillis();
    if (!books.isEmpty()) {
      names.addAll(KnownLists.askedBy(books.inForceAt(now).book()));
    }
    if (!json) {
      out.println(
          names.isEmpty()
              ? "There is no list yet: ./weir list add LIST ID"
              : String.format(Locale.ROOT, ROW, "members", "rules", "list"));
    }
    for (String name : names) {
      int members = books.lists().members(name, now).size();
      long rules = rules(name, books.inForceAt(now).book());
      Long next = books.lists().comingAfter(name, now).ceiling(now);
      out.println(
          json
              ? JsonLine.object(
                  it -> {
                    it.writeStringField("list", name);
                    it.writeNumberField("members", members);
                    it.writeNumberField("rules", rules);
                    JsonLine.time(it, "nextChange", next);
                  })
              : String.format(Locale.ROOT, ROW, members, rules, name)
                  + (next == null ? "" : ", changes at " + Json.time(next)));
    }
    out.flush();
    return 0;
  }

  /** How many rules ask a list. */
  private static long rules(String name, RuleBook book) {
    return book.rules().stream().filter(rule -> rule.lists().contains(name)).count();
  }
}
