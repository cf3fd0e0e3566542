package weir.cli.lists;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.failure.MisuseException;
import weir.files.Suggestion;
import weir.notice.Books;
import weir.notice.Member;
import weir.rules.Snoozes;

/** Lets a rule flag nothing of a user for a while. */
@Command(
    name = "snooze",
    description = "Lets a rule flag nothing of a user for a while; its alerts are marked.",
    footer = {
      "",
      "  ./weir snooze velocity user-7 --for='7 d'",
      "  ./weir snooze velocity user-7 --end",
      "  ./weir list show snoozed"
    })
public final class SnoozeCommand implements Callable<Integer> {
  @Mixin ChangeOptions change = new ChangeOptions();
  @Mixin EndOptions end = new EndOptions();

  @Parameters(index = "0", paramLabel = "RULE", description = "The rule's id.")
  String rule = "";

  @Parameters(index = "1", paramLabel = "USER", description = "The user's id.")
  String user = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "A note that is kept with it.")
  String note = "";

  @Option(names = "--end", description = "Ends it, and snoozes nothing.")
  boolean ends;

  @Override
  public Integer call() {
    if (ends == end.isGiven()) {
      throw new MisuseException(
          ends
              ? "--end: it ends as soon as may be; leave out --for and --until, or use --from"
              : "for how long? Give --for or --until, such as --for='7 d'");
    }
    return change.change(Snoozes.LIST, this::members);
  }

  private Wish members(Books books, long holdsFrom, PrintWriter talk) {
    String member = Snoozes.member(rule, user);
    if (ends) {
      return RemoveCommand.wish(Snoozes.LIST, List.of(member), books, holdsFrom, talk);
    }
    Set<String> rules =
        books.all().stream()
            .flatMap(each -> each.book().book().rules().stream())
            .map(each -> each.header().id())
            .collect(Collectors.toSet());
    if (!rules.contains(rule)) {
      talk.println("No book has a rule '" + rule + "'" + Suggestion.after(rule, rules));
    }
    return Wish.toAdd(List.of(new Member(member, null, note, end.until(holdsFrom))));
  }
}
