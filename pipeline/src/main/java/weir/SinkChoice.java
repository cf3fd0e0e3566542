package weir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;
import weir.io.Delivery;
import weir.io.KafkaSettings;
import weir.io.RecordSizes;
import weir.io.ToConsole;
import weir.io.WriteAlerts;
import weir.io.WriteBranches;
import weir.io.WriteDeadLetters;
import weir.io.WriteSettings;
import weir.io.lake.LakeSettings;
import weir.io.lake.WriteLayer;
import weir.io.postgres.PostgresSettings;
import weir.io.postgres.Schema;
import weir.io.postgres.WriteRows;
import weir.rules.Novelty;
import weir.rules.RuleBook;

/** The sinks that a command line asks for. */
final class SinkChoice {
  private static final String TRANSACTIONAL = "FlinkRunner";
  private static final long SETTLE_MILLIS = 10_000;
  private static final String POSTGRES = "jdbc:postgresql:";

  private final WeirOptions options;
  private final Optional<PostgresSettings> database;
  private final Optional<LakeSettings> lake;

  /**
   * A topic that is written.
   *
   * @param option the option that names it
   * @param largest how many bytes a record of it has at most
   */
  record Output(String option, String topic, int largest) {}

  private SinkChoice(
      WeirOptions options, Optional<PostgresSettings> database, Optional<LakeSettings> lake) {
    this.options = options;
    this.database = database;
    this.lake = lake;
  }

  /** Looks whether they can be what is asked for; nobody is asked yet. */
  static SinkChoice of(WeirOptions options) {
    if (isExactlyOnce(options) && !TRANSACTIONAL.equals(engine(options))) {
      throw new UsageException("--delivery=exactly-once works with the " + TRANSACTIONAL + " only");
    }
    return new SinkChoice(
        options,
        Optional.ofNullable(options.getJdbcUrl()).map(url -> database(options, url)),
        Optional.ofNullable(options.getLake()).map(folder -> lake(options, folder)));
  }

  private static PostgresSettings database(WeirOptions options, String url) {
    if (!url.startsWith(POSTGRES)) {
      throw new UsageException("--jdbcUrl: found '" + url + "', expected " + POSTGRES + "//...");
    }
    return new PostgresSettings(
        url,
        options.getJdbcUser(),
        password(options.getJdbcPasswordFile()),
        WeirJob.patience(options));
  }

  private static String password(@Nullable String file) {
    if (file == null) {
      return "";
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new UsageException("--jdbcPasswordFile: " + file + " cannot be read");
    }
  }

  private static LakeSettings lake(WeirOptions options, String folder) {
    try {
      long every = OptionValues.millis("lakeEvery", options.getLakeEvery());
      LakeSettings lake =
          LakeSettings.of(folder, every, options.getLakeBundles(), options.getLakeShards());
      // A scheme that nobody knows would be noticed only when the first file is written.
      FileSystems.setDefaultPipelineOptions(options);
      FileSystems.matchNewResource(lake.folder(), /* isDirectory= */ true);
      lake.fileInItsPlace()
          .ifPresent(
              file -> {
                throw new UsageException("--lake: " + file + " is a file, expected a folder");
              });
      return lake;
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--lake...: " + wrong.getMessage());
    }
  }

  /**
   * How long it may take until the engine's watermark has caught up with what was read, and answers
   * are written that wait for a checkpoint.
   */
  long settleMillis() {
    return lake.isPresent() || isExactlyOnce(options) ? SETTLE_MILLIS : 0;
  }

  /** The span of log time for which answers wait before they are written; 0 if none do. */
  long spanMillis() {
    return lake.map(LakeSettings::everyMillis).orElse(0L);
  }

  /** The topics that are written. */
  List<Output> outputs(RuleBook book) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output("alertTopic", options.getAlertTopic(), RecordSizes.alert()));
    outputs.add(
        new Output("deadLetterTopic", options.getDeadLetterTopic(), RecordSizes.deadLetter()));
    int branch =
        RecordSizes.branch(book.keyedRules().stream().map(rule -> rule.header().fired()).toList());
    if (options.getLegitimateTopic() != null) {
      outputs.add(new Output("legitimateTopic", options.getLegitimateTopic(), branch));
    }
    if (options.getSuspiciousTopic() != null) {
      outputs.add(new Output("suspiciousTopic", options.getSuspiciousTopic(), branch));
    }
    return outputs;
  }

  /** The sinks, with the database's tables made. */
  Sinks open(KafkaSettings kafka, RuleBook book, Novelty novelty) {
    Sinks sinks = new Sinks(novelty);
    toKafka(kafka, outputs(book).stream().mapToInt(Output::largest).max().orElseThrow(), sinks);
    database.ifPresent(settings -> toPostgres(settings, sinks));
    lake.ifPresent(settings -> toLake(settings, sinks));
    if (options.getConsole()) {
      sinks
          .alerts("Print alerts", ToConsole.alerts())
          .deadLetters("Print dead letters", ToConsole.deadLetters());
    }
    return sinks;
  }

  private void toKafka(KafkaSettings kafka, int largestRecord, Sinks sinks) {
    WriteSettings writing =
        new WriteSettings(kafka, options.getDelivery(), options.getInputTopic(), largestRecord);
    WriteAlerts alerts = new WriteAlerts(writing, options.getAlertTopic(), engine(options));
    if (isExactlyOnce(options)) {
      sinks.alerts("Write alerts", alerts);
    } else {
      sinks.alertsApart("Write alerts", alerts);
    }
    sinks.deadLetters(
        "Write dead letters", new WriteDeadLetters(writing, options.getDeadLetterTopic()));
    String legitimate = options.getLegitimateTopic();
    String suspicious = options.getSuspiciousTopic();
    if (legitimate != null || suspicious != null) {
      sinks.verdicts("Write branches", new WriteBranches(writing, legitimate, suspicious));
    }
  }

  private void toPostgres(PostgresSettings settings, Sinks sinks) {
    Schema.migrate(settings);
    sinks
        .verdicts("Transactions to PostgreSQL", WriteRows.verdicts(settings))
        .alerts("Alerts to PostgreSQL", WriteRows.alerts(settings, engine(options)))
        .deadLetters(
            "Dead letters to PostgreSQL", WriteRows.deadLetters(settings, options.getInputTopic()));
  }

  private void toLake(LakeSettings settings, Sinks sinks) {
    sinks
        .records("Records to the lake", WriteLayer.records(settings, options.getInputTopic()))
        .verdicts("Transactions to the lake", WriteLayer.verdicts(settings))
        .alerts("Alerts to the lake", WriteLayer.alerts(settings, engine(options)));
  }

  private static boolean isExactlyOnce(WeirOptions options) {
    return options.getDelivery() == Delivery.EXACTLY_ONCE;
  }

  private static String engine(WeirOptions options) {
    return options.getRunner().getSimpleName();
  }
}
