package weir.cli.lists;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
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
import weir.cli.control.Moments;
import weir.cli.control.Phrases;
import weir.control.KnownLists;
import weir.failure.MisuseException;
import weir.files.Suggestion;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Books;
import weir.notice.Member;
import weir.notice.NamedLists;

/** The members of a list. */
@Command(
    name = "show",
    description = "Shows the members of a list, and the changes that are still to come.",
    footer = {"", "  ./weir list show risky-shops"})
final class ShowCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Parameters(
      paramLabel = "LIST",
      converter = ListNameConverter.class,
      description = "The list's name.")
  String list = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = Moments.Any.class,
      description =
          "As it is for a payment of this log time, such as 2026-12-24T18:00:00Z or '2 h' from now"
              + " (default: now).")
  @Nullable Long at;

  @Option(names = "--json", description = "Each member as a JSON object, one a line.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Books books = control.books();
    if (!KnownLists.all(books).contains(list)) {
      throw new MisuseException(
          "there is no list '" + list + "'" + Suggestion.after(list, KnownLists.all(books)));
    }
    long time = at == null ? System.currentTimeMillis() : at;
    List<Member> members = books.lists().members(list, time);
    if (json) {
      members.forEach(each -> out.println(object(each)));
    } else {
      table(members, out);
      out.println(
          Phrases.count(members.size(), "member")
              + (at == null ? " now" : " at " + Json.time(time))
              + ".");
      coming(books.lists(), time, out);
    }
    out.flush();
    return 0;
  }

  private static String object(Member member) {
    return JsonLine.object(
        it -> {
          it.writeStringField("id", member.id());
          it.writeNumberField("value", member.value());
          it.writeStringField("note", member.note());
          JsonLine.time(it, "until", member.until());
        });
  }

  private static void table(List<Member> members, PrintWriter out) {
    if (members.isEmpty()) {
      return;
    }
    int longest = "id".length();
    for (Member member : members) {
      longest = Math.max(longest, Printable.text(member.id()).length());
    }
    String row = "%-" + longest + "s  %15s  %-24s  %s";
    out.println(row(row, "id", "value", "until", "note"));
    for (Member member : members) {
      out.println(
          row(
              row,
              Printable.text(member.id()),
              Line.value(member),
              Line.until(member),
              Line.note(member)));
    }
  }

  private static String row(String row, Object... cells) {
    return String.format(Locale.ROOT, row, cells).stripTrailing();
  }

  private void coming(NamedLists lists, long time, PrintWriter out) {
    NavigableSet<Long> coming = lists.comingAfter(list, time);
    for (long from : coming) {
      Difference difference =
          Difference.between(lists.members(list, from - 1), lists.members(list, from));
      if (!difference.isNone()) {
        out.println("From " + Json.time(from) + ":");
        Line.print(difference, out);
      }
    }
  }
}
