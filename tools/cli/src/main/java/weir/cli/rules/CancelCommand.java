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
import weir.cli.control.NoticeOptions;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;

/** Takes back a book that is not in force yet. */
@Command(
    name = "cancel",
    description = "Takes back a book that is announced and not yet in force.",
    footer = {"", "  ./weir rules cancel 7 --comment='the limit is wrong'"})
final class CancelCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();
  @Mixin NoticeOptions notice = new NoticeOptions();

  @Parameters(
      paramLabel = "N",
      converter = BookChoice.Converter.class,
      description = "The book's number.")
  BookChoice choice = new BookChoice(0);

  @Option(names = "--json", description = "The result as one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    notice.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter talk = json ? spec.commandLine().getErr() : out;
    ControlTopic topic = control.open();
    Books books = topic.read().books();
    Announced book = choice.in(books);
    Notice cancel = new Notice.Cancel(notice.author(), notice.comment, book.number());
    int instead = instead(books, cancel, book);
    talk.println(
        "Book "
            + book.number()
            + " ("
            + Words.rules(book.book().book().rules().size())
            + " from "
            + Words.from(book)
            + ", by "
            + Printable.text(book.author())
            + (book.comment().isEmpty() ? "" : ": " + Printable.text(book.comment()))
            + ") will not come into force; book "
            + instead
            + " holds then.");
    if (!notice.isWanted("Cancel it?", talk)) {
      talk.println("Nothing was written.");
      return NoticeOptions.DECLINED;
    }
    ControlLog.Heard heard = topic.outcome(topic.announce(cancel));
    if (!heard.refused().isEmpty()) {
      throw new UnavailableException(
          Printable.text(heard.refused().get(0).detail()) + "; it was not cancelled");
    }
    if (json) {
      out.println(
          JsonLine.object(
              it -> {
                it.writeNumberField("cancelled", book.number());
                JsonLine.time(it, "from", book.inForceFrom());
                it.writeNumberField("instead", instead);
              }));
    } else {
      out.println("Book " + book.number() + " is cancelled.");
    }
    out.flush();
    return 0;
  }

  /** Which book judges when this one would have begun to. */
  private static int instead(Books books, Notice cancel, Announced book) {
    try {
      return books.with(cancel, System.currentTimeMillis()).inForceAt(book.inForceFrom()).number();
    } catch (IllegalNoticeException tooLate) {
      throw new UnavailableException(
          tooLate.getMessage()
              + (book.cancelled()
                  ? ""
                  : "; to go back to an earlier book, announce it again: ./weir rules show N >"
                      + " FILE, ./weir rules announce FILE"),
          tooLate);
    }
  }
}
