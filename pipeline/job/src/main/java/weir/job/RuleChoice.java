package weir.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.book.Charter;
import weir.book.ModelFile;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.kafka.KafkaSettings;
import weir.kafka.control.FollowedTopic;
import weir.kafka.control.RefusedNotices;
import weir.learn.Model;
import weir.model.Json;
import weir.model.Rejected;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.rules.Models;

/**
 * By which rules a command line wants the log to be judged: by those of its control topic, to which
 * a file is a further book; or by one file for all time.
 */
final class RuleChoice {
  private static final Logger LOG = LoggerFactory.getLogger(RuleChoice.class);

  private static final String NONE = "none";
  private static final String FIRST = "The first rules of this log";
  private static final String GIVEN = "Given with --models when a job began";
  private static final String AT_START = "Given with --rules when a job began";

  private final WeirOptions options;
  private final String name;
  private final String text;
  private final List<Model> models;

  private RuleChoice(WeirOptions options, String name, String text, List<Model> models) {
    this.models = models;
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
    List<Model> models = models(options.getModels());
    if (isFixed(options)) {
      RuleBookReader.parseFirst(name, text, Models.of(models));
    } else {
      RuleBookReader.check(name, text);
    }
    return new RuleChoice(options, name, text, models);
  }

  /** One book for all time, whatever was announced. */
  static Rules always(WeirOptions options) {
    options.setControlTopic(NONE);
    RuleChoice choice = of(options);
    return Rules.always(choice.book(), choice.text);
  }

  private RuleBook book() {
    return RuleBookReader.parseFirst(name, text, Models.of(models));
  }

  private static List<Model> models(@Nullable String files) {
    return files == null
        ? List.of()
        : Arrays.stream(files.split(",")).map(each -> ModelFile.read(Path.of(each))).toList();
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
      RuleBook book = book();
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
    Books known = withModels(heard.books());
    boolean saysMore = known.isEmpty() || isNew(known);
    if (saysMore) {
      check(known);
    }
    heard = announceModels(topic, heard);
    if (saysMore) {
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
    return books.isEmpty() ? withModels(books).read(name, text).charter() : books.charter();
  }

  /** As if the models that are given were announced. */
  private Books withModels(Books books) {
    Books known = books;
    for (Model each : models) {
      try {
        known = known.with(Notice.Model.of("", "", each), System.currentTimeMillis());
      } catch (IllegalNoticeException wrong) {
        throw new MisuseException("--models: " + wrong.getMessage(), wrong);
      }
    }
    return known;
  }

  /** Announces the models that are given and not announced yet. */
  private ControlLog.Heard announceModels(ControlTopic topic, ControlLog.Heard heard) {
    List<Model> missing =
        models.stream().filter(each -> !heard.books().models().has(each.name())).toList();
    for (Model each : missing) {
      topic.announce(Notice.Model.of(System.getProperty("user.name"), GIVEN, each));
      say("announced the model " + each.name());
    }
    return missing.isEmpty() ? heard : topic.read();
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
