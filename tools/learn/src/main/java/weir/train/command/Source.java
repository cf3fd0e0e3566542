package weir.train.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.command.LogPlace;
import weir.command.TrainOptions;
import weir.failure.MisuseException;
import weir.log.BooksOfTopic;
import weir.log.Log;
import weir.log.Span;
import weir.log.source.LogSource;
import weir.notice.Announced;
import weir.notice.Books;
import weir.rules.Models;
import weir.train.gather.Judging;

/** The log that is read, and the book by which it is walked. */
final class Source {
  private final LogSource log;
  private final Judging judging;

  private Source(LogSource log, Judging judging) {
    this.log = log;
    this.judging = judging;
  }

  static Source of(TrainOptions options) {
    LogSource log = LogSource.of(options.log);
    if (log.kind() != LogPlace.Kind.FILE && !options.log.labels.isEmpty()) {
      throw new MisuseException(
          "--labels belong to transactions of a file: add --file or --log=FILE");
    }
    return new Source(
        log, log.kind() == LogPlace.Kind.TOPIC ? ofTopic(options, log) : ofFile(options));
  }

  Judging judging() {
    return judging;
  }

  /** Nothing says by which rules a lake or a file was judged. */
  private static Judging ofFile(TrainOptions options) {
    Path rules = options.rules;
    return judging(
        rules == null ? "the default book" : rules.toString(),
        rules == null ? RuleBookReader.defaultText() : RuleBookReader.text(rules),
        options,
        /* standing= */ null,
        Models.UNKNOWN,
        Books.none());
  }

  private static Judging ofTopic(TrainOptions options, LogSource log) {
    String control = log.controlTopic().orElseThrow();
    Path rules = options.rules;
    if (rules == null) {
      Books books = BooksOfTopic.read(options.log.kafka.client(), control);
      Announced newest = newest(books);
      return judging(
          "book " + newest.number(),
          newest.text(),
          options,
          newest.number() == 1 ? null : books.charter(),
          books.models(),
          books);
    }
    Books books = BooksOfTopic.readIfThere(options.log.kafka.client(), control);
    return judging(
        rules.toString(),
        RuleBookReader.text(rules),
        options,
        books.charterOrNull(),
        books.isEmpty() ? Models.UNKNOWN : books.models(),
        books);
  }

  private static Announced newest(Books books) {
    List<Announced> all = books.all().stream().filter(each -> !each.cancelled()).toList();
    return all.get(all.size() - 1);
  }

  private static Judging judging(
      String file,
      String text,
      TrainOptions options,
      @Nullable Charter standing,
      Models models,
      Books beside) {
    return Judging.of(
        RuleBookReader.withInputs(file, text, options.inputs, standing, models), beside);
  }

  /** The event times of the payments that are wanted. */
  Span wanted() {
    return log.wanted();
  }

  /** Opens the log. */
  Log open() {
    return log.open(judging.charter());
  }
}
