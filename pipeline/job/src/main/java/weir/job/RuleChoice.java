package weir.job;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.kafka.KafkaSettings;
import weir.kafka.control.FollowedTopic;
import weir.kafka.control.RefusedNotices;
import weir.model.Json;
import weir.model.Rejected;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;
import weir.options.OptionValues;
import weir.options.WeirOptions;

/**
 * By which rules a command line wants the log to be judged: by those of its control topic, to which
 * a file is a further book; or by one file for all time.
 */
final class RuleChoice {
  private static final Logger LOG = LoggerFactory.getLogger(RuleChoice.class);

  private static final String NONE = "none";
  private static final String FIRST = "The first rules of this log";
  private static final String AT_START = "Given with --rules when a job began";

  private final WeirOptions options;
  private final String name;
  private final String text;

  private RuleChoice(WeirOptions options, String name, String text) {
    this.options = options;
    this.name = name;
    this.text = text;
  }

  /** Looks whether the rules can be what is asked for; nobody is asked yet. */
  static RuleChoice of(WeirOptions options) {
    if (!isFixed(options)) {
      OptionValues.checkTopic("controlTopic", topic(options));
    }
    String file = options.getRules();
    String name = file == null ? "the rules that ship with Weir" : file;
    String text = file == null ? RuleBookReader.defaultText() : RuleBookReader.text(Path.of(file));
    if (isFixed(options)) {
      RuleBookReader.parse(name, text);
    } else {
      RuleBookReader.check(name, text);
    }
    return new RuleChoice(options, name, text);
  }

  private static boolean isFixed(WeirOptions options) {
    return NONE.equals(options.getControlTopic());
  }

  /** Where rules are announced, or none. */
  static String topic(WeirOptions options) {
    String named = options.getControlTopic();
    return named == null ? ControlTopic.of(options.getInputTopic()) : named;
  }

  /**
   * Announces what is new, and says by which rules the log is judged.
   *
   * @param live whether the log grows while it is judged
   * @param check refuses a charter that does not go with the rest; nothing is announced then
   */
  Rules settle(KafkaSettings kafka, boolean live, Consumer<Charter> check) {
    if (isFixed(options)) {
      RuleBook book = RuleBookReader.parse(name, text);
      check.accept(book.charter());
      say("judges by these rules for all time; tables that other rules have filled keep their");
      say("answers wherever these have not seen more (--controlTopic=none)");
      return Rules.always(book, text);
    }
    ControlTopic topic = new ControlTopic(kafka.forClients(), topic(options));
    if (topic.ensure(live)) {
      LOG.info("Made the control topic '{}'", topic.name());
    }
    ControlLog.Heard heard = topic.read();
    check.accept(charter(heard.books()));
    if (heard.books().isEmpty() || isNew(heard.books())) {
      check(heard.books());
      String comment = heard.books().isEmpty() ? FIRST : AT_START;
      topic.announce(new Notice.Book(System.getProperty("user.name"), comment, null, text));
      heard = topic.read();
      tellAnnounced(heard.books());
    }
    tellRefused(kafka, topic, heard.refused());
    FollowedTopic followed =
        new FollowedTopic(
            kafka,
            topic.name(),
            heard.books().charter().leadMillis(),
            heard.end(),
            live ? FollowedTopic.LIVE : heard.end(),
            options.getDeadLetterTopic());
    return new Rules(heard.books().charter(), followed.announcements(), heard.books());
  }

  private Charter charter(Books books) {
    return books.isEmpty() ? RuleBookReader.parse(name, text).charter() : books.charter();
  }

  /**
   * Whether a file was given that says something else than the book that is to be in force last.
   */
  private boolean isNew(Books books) {
    return options.getRules() != null
        && !books.read(name, text).equals(books.inForceAt(Long.MAX_VALUE).book());
  }

  private void check(Books books) {
    try {
      // By its name, so that a fault is said with the place in the file.
      books.read(name, text);
      books.with(new Notice.Book("", "", null, text), System.currentTimeMillis());
    } catch (IllegalNoticeException wrong) {
      throw new MisuseException("--rules: " + wrong.getMessage(), wrong);
    }
  }

  private void tellRefused(KafkaSettings kafka, ControlTopic topic, List<Rejected> refused) {
    try {
      RefusedNotices.write(kafka, topic.name(), options.getDeadLetterTopic(), refused);
    } catch (KafkaException failed) {
      throw new UnavailableException(
          "the topic '"
              + options.getDeadLetterTopic()
              + "' cannot be written: "
              + failed.getMessage(),
          failed);
    }
  }

  private static void tellAnnounced(Books books) {
    Announced last = books.all().get(books.all().size() - 1);
    if (last.inForceFrom() != Announced.FROM_THE_BEGINNING) {
      say(
          "announced the rules as book "
              + last.number()
              + ", in force from "
              + Json.time(last.inForceFrom())
              + "; what reaches the log before keeps its answers");
    }
  }

  @SuppressWarnings("SystemOut") // A command line speaks to whoever typed it.
  private static void say(String sentence) {
    System.err.println("weir: " + sentence);
  }
}
