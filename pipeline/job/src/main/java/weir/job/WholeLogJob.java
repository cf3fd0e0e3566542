package weir.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.beam.sdk.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.book.Charter;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.Suggestion;
import weir.notice.Books;
import weir.notice.FixedNotices;
import weir.options.CommandLineOptions;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.source.WholeLog;
import weir.source.WholeLogKind;

/**
 * A job that judges a log from its beginning to its end, by rules that are known when it begins. It
 * is the pipeline of every job; but it asks no Kafka, and ends.
 */
final class WholeLogJob {
  private static final Logger LOG = LoggerFactory.getLogger(WholeLogJob.class);

  /** What is about topics of Kafka, or about a log that grows. */
  private static final List<String> OF_TOPICS =
      List.of(
          "bootstrapServers",
          "kafkaProperties",
          "alertTopic",
          "shadowTopic",
          "deadLetterTopic",
          "legitimateTopic",
          "suspiciousTopic",
          "controlTopic",
          "consumerGroup",
          "startFrom",
          "commitAfter",
          "delivery",
          "inputComplete",
          "readBatch",
          "sourcePerPartition");

  private final WeirOptions options;
  private final String option;
  private final WholeLog log;

  private WholeLogJob(WeirOptions options, String option, WholeLog log) {
    this.options = options;
    this.option = option;
    this.log = log;
  }

  /** The job, if the command line asks for one of this kind. */
  static Optional<WholeLogJob> of(WeirOptions options, List<String> args) {
    for (WholeLogKind kind : WholeLogKind.all()) {
      Optional<WholeLog> log = kind.of(options);
      if (log.isPresent()) {
        String option = "--" + kind.option();
        refuseOptionsOfTopics(option, args);
        // Engines run such a pipeline as a batch, which may sort.
        options.setStreaming(false);
        return Optional.of(new WholeLogJob(options, option, log.get()));
      }
    }
    if (options.getJudgeBy() != null) {
      throw new MisuseException(
          "--judgeBy: the rules of a job between topics are on its control topic; it goes with"
              + " --inputLake");
    }
    return Optional.empty();
  }

  private static void refuseOptionsOfTopics(String option, List<String> args) {
    for (String each : OF_TOPICS) {
      if (CommandLineOptions.names(args).contains(each)) {
        throw new MisuseException(
            "--"
                + each
                + ": "
                + option
                + " reads and writes no topic of Kafka, and ends; leave it out");
      }
    }
  }

  /** Builds the pipeline from the log to the sinks. */
  Rules build(Pipeline pipeline) {
    OptionValues.checkTopic("inputTopic", options.getInputTopic());
    SinkChoice sinks = SinkChoice.of(options);
    sinks.checkForWholeLog(option);
    Rules rules = rules();
    String topic = options.getInputTopic();
    require("inputTopic", topic);
    Optional<String> labels = labels(rules.charter());
    WeirPipeline.build(
        pipeline,
        rules,
        new WeirPipeline.Topic(topic, log.topic(topic)),
        labels.map(its -> new WeirPipeline.Topic(its, log.topic(its))),
        sinks.openForWholeLog(rules));
    return rules;
  }

  private Rules rules() {
    String file = options.getJudgeBy();
    if (file == null) {
      return RuleChoice.always(options);
    }
    if (options.getRules() != null || options.getModels() != null) {
      throw new MisuseException(
          "--judgeBy says all that the log is judged by: leave out --rules and --models");
    }
    FixedNotices notices = notices(Path.of(file));
    Books books = notices.knownAt(Long.MAX_VALUE);
    if (books.isEmpty()) {
      throw new MisuseException("--judgeBy: " + file + " has no rule book");
    }
    return new Rules(books.charter(), notices, books);
  }

  private static FixedNotices notices(Path file) {
    try {
      return FixedNotices.read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new MisuseException("--judgeBy: cannot read " + file + ": " + unreadable.getMessage());
    } catch (MisuseException wrong) {
      throw new MisuseException("--judgeBy: " + file + ": " + wrong.getMessage(), wrong);
    }
  }

  private void require(String topicOption, String topic) {
    if (!log.has(topic)) {
      SortedSet<String> there = log.topics();
      throw new UnavailableException(
          "--"
              + topicOption
              + ": "
              + log.place()
              + " has no records of the topic '"
              + topic
              + "', but of "
              + String.join(", ", there)
              + Suggestion.after(topic, there));
    }
  }

  /** The topic of labels, if the charter has labels and the log has some. */
  private Optional<String> labels(Charter charter) {
    LabelChoice.checkName(options);
    if (!LabelChoice.areAskedFor(options, charter)) {
      return Optional.empty();
    }
    String topic = LabelChoice.name(options);
    if (options.getLabelTopic() != null) {
      require("labelTopic", topic);
    } else if (!log.has(topic)) {
      LOG.warn("{} has no records of the topic '{}': no label is known", log.place(), topic);
      return Optional.empty();
    }
    return Optional.of(topic);
  }

  /** What the job does, for people. */
  String street(Rules rules) {
    return String.format(
        "judges '%s' in %s by %s", options.getInputTopic(), log.place(), rules.sentence());
  }
}
