package weir.cli.lists;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.cli.control.Moments;
import weir.cli.control.NoticeOptions;
import weir.cli.control.Phrases;
import weir.control.ControlTopic;
import weir.control.KnownLists;
import weir.failure.UnavailableException;
import weir.files.Suggestion;
import weir.model.Json;
import weir.notice.Books;
import weir.notice.Notice;

/** What commands have in common that change a list, and how they do it. */
final class ChangeOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Mixin ControlOptions control = new ControlOptions();
  @Mixin NoticeOptions notice = new NoticeOptions();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Moments.From.class,
      description =
          "From when it holds, such as 2026-12-24T18:00:00Z or '2 h' from now (default: as soon as"
              + " every worker has heard of it, by the book's lead).")
  @Nullable Long from;

  @Option(names = "--json", description = "The result as one JSON object.")
  boolean json;

  /** Knows what is wanted of a list, once it is known from when it would hold. */
  interface Wanted {
    Wish of(Books books, long holdsFrom, PrintWriter talk);
  }

  /** Shows the change, asks, writes it and tells what came of it; returns the exit code. */
  int change(String list, Wanted wanted) {
    notice.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // What is said meanwhile is not part of the object.
    PrintWriter talk = json ? spec.commandLine().getErr() : out;
    ControlTopic topic = control.open();
    Books books = topic.read().books();
    if (books.isEmpty()) {
      throw new UnavailableException(
          "a list can change only after the first book was announced: ./weir rules announce FILE");
    }
    long now = System.currentTimeMillis();
    Wish wish = wanted.of(books, books.listHoldsFrom(from, now), talk);
    Plan plan =
        Plan.of(
            books,
            new Notice.ListChange(
                notice.author(),
                notice.comment,
                from,
                list,
                wish.clear(),
                wish.add(),
                wish.remove()),
            now);
    if (plan.isNothing()) {
      talk.println("Nothing changes in the list '" + list + "'. Nothing was written.");
      tell(list, plan, null, out);
      return 0;
    }
    tellIfNew(list, books, talk);
    show(list, plan, now, talk);
    if (!notice.isWanted("Announce it to '" + topic.name() + "'?", talk)) {
      talk.println("Nothing was written.");
      return NoticeOptions.DECLINED;
    }
    Writing.Written written = Writing.to(topic).write(plan);
    if (!written.isAtOnce()) {
      talk.println(
          "The notices were stored too slowly to hold from the same moment: the first holds from "
              + Json.time(written.first())
              + ". Until the last one holds, the list has only a part of the change.");
    }
    tell(list, plan, written, out);
    return 0;
  }

  private static void tellIfNew(String list, Books books, PrintWriter talk) {
    if (!KnownLists.all(books).contains(list)) {
      talk.println(
          "The list '"
              + list
              + "' is new, and no rule uses it yet"
              + Suggestion.after(list, KnownLists.all(books)));
    }
  }

  private static void show(String list, Plan plan, long now, PrintWriter talk) {
    Line.print(plan.difference(), talk);
    talk.println(
        String.format(
            Locale.ROOT,
            "The list '%s' has %s then, %s if it is announced now.",
            list,
            Phrases.count(plan.members(), "member"),
            Phrases.in(now, plan.holdsFrom())));
  }

  private void tell(String list, Plan plan, Writing.@Nullable Written written, PrintWriter out) {
    int members =
        written == null
            ? plan.members()
            : written.books().lists().members(list, written.whole()).size();
    if (json) {
      out.println(
          JsonLine.object(
              it -> {
                it.writeStringField("list", list);
                it.writeBooleanField("changed", written != null);
                JsonLine.time(it, "from", written == null ? null : written.first());
                JsonLine.time(it, "wholeFrom", written == null ? null : written.whole());
                it.writeNumberField("added", plan.difference().added().size());
                it.writeNumberField("replaced", plan.difference().replaced().size());
                it.writeNumberField("removed", plan.difference().removed().size());
                it.writeNumberField("members", members);
                it.writeNumberField("notices", written == null ? 0 : plan.notices().size());
              }));
    } else if (written != null) {
      int notices = plan.notices().size();
      out.println(
          "The list '"
              + list
              + "' has "
              + Phrases.count(members, "member")
              + " from "
              + Json.time(written.whole())
              + ", "
              + Phrases.in(System.currentTimeMillis(), written.whole())
              + (notices == 1 ? "." : ", by " + notices + " notices."));
    }
    out.flush();
  }
}
