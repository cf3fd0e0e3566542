package weir.train.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.command.TrainOptions;
import weir.control.ControlTopic;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.log.BooksOfTopic;
import weir.log.FileLog;
import weir.log.KafkaLog;
import weir.log.LakeLog;
import weir.log.Log;
import weir.log.Span;
import weir.notice.Announced;
import weir.notice.Books;
import weir.rules.Models;
import weir.train.gather.Judging;

/** The log that is read, and the book by which it is walked. */
final class Source {
  private static final String USUAL_TOPIC = "transactions";

  private final TrainOptions options;
  private final Judging judging;

  private Source(TrainOptions options, Judging judging) {
    this.options = options;
    this.judging = judging;
  }

  static Source of(TrainOptions options) {
    if (options.lake != null && !options.files.isEmpty()) {
      throw new MisuseException("--lake and --file: choose one");
    }
    if (options.files.isEmpty() && !options.labels.isEmpty()) {
      throw new MisuseException("--labels belong to transactions of a file: add --file");
    }
    boolean kafka = options.lake == null && options.files.isEmpty();
    return new Source(options, kafka ? ofTopic(options) : ofFile(options));
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

  private static Judging ofTopic(TrainOptions options) {
    String control =
        Optional.ofNullable(options.controlTopic).orElse(ControlTopic.of(topic(options)));
    Path rules = options.rules;
    if (rules == null) {
      Books books = BooksOfTopic.read(options.kafka.client(), control);
      Announced newest = newest(books);
      return judging(
          "book " + newest.number(),
          newest.text(),
          options,
          newest.number() == 1 ? null : books.charter(),
          books.models(),
          books);
    }
    Books books = announced(options.kafka.client(), control);
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

  /** What stands in a control topic; nothing if it is not there, since a file says the rules. */
  private static Books announced(Map<String, Object> client, String control) {
    ControlTopic topic = new ControlTopic(client, control);
    try {
      topic.require();
    } catch (UnavailableException missing) {
      return Books.none();
    }
    return topic.read().books();
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

  private static String topic(TrainOptions options) {
    return Optional.ofNullable(options.topic).orElse(USUAL_TOPIC);
  }

  /**
   * Opens the log.
   *
   * @param wanted the event times of the payments that are wanted; what their windows reach back to
   *     is read as well
   */
  Log open(Span wanted) {
    Charter charter = judging.charter();
    Span read =
        new Span(
            wanted.from() == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : wanted.from() - charter.retentionMillis(),
            Long.MAX_VALUE);
    if (options.lake != null) {
      return LakeLog.open(options.lake, options.topic, options.labelTopic, read);
    }
    if (!options.files.isEmpty()) {
      return FileLog.open(charter, options.files, options.labels, options.labelDelay, read);
    }
    return KafkaLog.open(options.kafka.client(), topic(options), options.labelTopic, read);
  }
}
