package weir.cli.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import weir.book.RuleBookReader;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.cli.control.Moments;
import weir.cli.control.NoticeOptions;
import weir.cli.control.Phrases;
import weir.cli.history.BacktestJvm;
import weir.command.Values;
import weir.control.Candidate;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.control.KnownLists;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.Durations;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.Books;
import weir.notice.Notice;
import weir.notice.TrialText;

/** Makes a file the next book. */
@Command(
    name = "announce",
    description = "Makes a rule book the next one, after it has shown what that changes.",
    footer = {"", "  ./weir rules announce my-rules.yaml --from=2026-12-24T18:00:00Z"})
final class AnnounceCommand implements Callable<Integer> {
  private static final String LAST = "7 d";

  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();
  @Mixin NoticeOptions notice = new NoticeOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The rule book, in YAML; with --first it may be left out for Weir's own.")
  @Nullable Path given;

  private Path file = Path.of("default-rules.yaml");

  @Option(
      names = "--first",
      description =
          "Only if no book was announced yet: otherwise nothing is written, and that is no"
              + " failure.")
  boolean first;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Moments.From.class,
      description =
          "From when it holds, such as 2026-12-24T18:00:00Z or '2 h' from now (default: as soon as"
              + " every worker has heard of it, by the book's lead).")
  @Nullable Long from;

  @Option(
      names = "--backtest",
      paramLabel = "LENGTH",
      arity = "0..1",
      fallbackValue = LAST,
      converter = Values.Length.class,
      description =
          "Tell first what it would have done with the payments of the last days (without a length:"
              + " of "
              + LAST
              + "). On a terminal you are asked whether you want that.")
  @Nullable Duration backtest;

  @Option(
      names = "--shadow",
      description =
          "On trial first: what is new or changed stands beside the rules in force, with -trial"
              + " behind its id, and flags nothing.")
  boolean shadow;

  @Option(names = "--json", description = "The result as one JSON object.")
  boolean json;

  @Override
  public Integer call() throws InterruptedException {
    notice.check();
    if (json && backtest != null) {
      throw new MisuseException(
          "--backtest does not go with --json: ask ./weir backtest --json before");
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // What is said meanwhile is not part of the object.
    PrintWriter talk = json ? spec.commandLine().getErr() : out;
    String text = text();
    ControlTopic topic = control.open();
    Books books = topic.read().books();
    if (first && !books.isEmpty()) {
      talk.println("This log has rules already. Nothing was written.");
      if (json) {
        tell(candidate(text, books), null, out);
      }
      out.flush();
      return 0;
    }
    if (books.isEmpty() && from != null) {
      throw new MisuseException(
          "--from: this is the first book of the log, which holds from the beginning; leave it"
              + " out");
    }
    Candidate candidate = candidate(text, books);
    if (shadow && candidate.isNew()) {
      text = onTrial(text, candidate, talk);
      candidate = candidate(text, books);
    }
    Announced standing = candidate.standing();
    if (!candidate.isNew() && standing != null) {
      talk.println(
          "Nothing changes: book " + standing.number() + " says the same. Nothing was written.");
      tell(candidate, null, out);
      return 0;
    }
    show(candidate, talk);
    KnownLists.notes(candidate.book(), books).forEach(note -> talk.println("note: " + note));
    int tried = tried(books, talk);
    if (tried != 0) {
      talk.println("The back-test failed. Nothing was written.");
      return tried;
    }
    if (!notice.isWanted("Announce it to '" + topic.name() + "'?", talk)) {
      talk.println("Nothing was written.");
      return NoticeOptions.DECLINED;
    }
    long offset = topic.announce(new Notice.Book(notice.author(), notice.comment, from, text));
    ControlLog.Heard heard = topic.outcome(offset);
    if (!heard.refused().isEmpty()) {
      throw new UnavailableException(
          "the book was refused, because another was announced in the meantime: "
              + Printable.text(heard.refused().get(0).detail()));
    }
    tellOthers(candidate.announced().number(), heard.books(), talk);
    tell(candidate, heard.books(), out);
    return 0;
  }

  private String text() {
    if (given != null) {
      file = given;
      return RuleBookReader.text(file);
    }
    if (!first) {
      throw new MisuseException("FILE: the rule book is missing");
    }
    return RuleBookReader.defaultText();
  }

  private Candidate candidate(String text, Books books) {
    return Candidate.of(file.toString(), text, books, notice.author(), notice.comment, from);
  }

  private String onTrial(String text, Candidate candidate, PrintWriter talk) {
    Announced standing = candidate.standing();
    if (standing == null) {
      throw new MisuseException(
          "--shadow: there is no book yet beside which rules could be on trial; announce one"
              + " first");
    }
    for (BookChanges.RuleText each : candidate.changes().removed()) {
      if (!each.id().endsWith(TrialText.SUFFIX)) {
        talk.println(
            "note: the rule "
                + each.id()
                + " is not in the file, and stays in force: a trial takes nothing out");
      }
    }
    return TrialText.of(standing, file.toString(), text, candidate.book(), candidate.changes());
  }

  /** What it would have done, if that is wanted and there is something to compare with. */
  private int tried(Books books, PrintWriter talk) throws InterruptedException {
    Duration last = backtest;
    if (last == null && !json && !books.isEmpty()) {
      String offer = "Shall a back-test say what it would have done in the last " + LAST + "?";
      last = notice.isAskedFor(offer, talk) ? Duration.ofMillis(Durations.parse(LAST)) : null;
    }
    if (last == null) {
      return 0;
    }
    talk.flush();
    List<String> arguments = new ArrayList<>(List.of("backtest"));
    arguments.addAll(control.arguments());
    arguments.add("--rules=" + file);
    arguments.add("--from=" + Instant.now().minus(last));
    return BacktestJvm.run(arguments);
  }

  /** Whoever announces at the same time has not seen the one before. */
  private static void tellOthers(int expected, Books books, PrintWriter talk) {
    for (Announced other : books.all().subList(expected - 1, books.all().size() - 1)) {
      talk.println(
          "Book "
              + other.number()
              + " was announced in the meantime by "
              + Printable.text(other.author())
              + ", and is not in what you saw: ./weir rules diff "
              + other.number()
              + " "
              + books.all().size());
    }
  }

  private static void show(Candidate candidate, PrintWriter talk) {
    if (candidate.standing() == null) {
      talk.println(
          "The first book of this log, "
              + Words.rules(candidate.book().rules().size())
              + ". It holds from the beginning, and settles for good: "
              + Words.charter(candidate.book().charter())
              + ".");
      return;
    }
    ChangesText.printAgainst(candidate, talk);
    long now = System.currentTimeMillis();
    long begin = candidate.announced().inForceFrom();
    talk.println("In force " + Phrases.in(now, begin) + " if it is announced now.");
  }

  private void tell(Candidate candidate, @Nullable Books books, PrintWriter out) {
    Announced book = books == null ? null : books.all().get(books.all().size() - 1);
    if (json) {
      out.println(
          JsonLine.object(
              it -> {
                it.writeBooleanField("announced", book != null);
                if (book == null) {
                  it.writeNullField("number");
                } else {
                  it.writeNumberField("number", book.number());
                }
                JsonLine.time(it, "from", book == null ? null : book.inForceFrom());
                RulesJson.against(it, candidate);
              }));
    } else if (book != null && books != null) {
      out.println(
          book.inForceFrom() == Announced.FROM_THE_BEGINNING
              ? "Book " + book.number() + " is announced, and holds from the beginning."
              : "Book "
                  + book.number()
                  + " is announced, in force from "
                  + Words.from(book)
                  + ", "
                  + Phrases.in(book.at(), book.inForceFrom())
                  + "."
                  + Words.takenOver(books, book.inForceFrom()));
    }
    out.flush();
  }
}
