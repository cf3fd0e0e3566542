package weir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.io.KafkaSettings;
import weir.io.ToConsole;
import weir.io.WriteAlerts;
import weir.io.WriteBranches;
import weir.io.WriteDeadLetters;
import weir.io.postgres.PostgresSettings;
import weir.io.postgres.Schema;
import weir.io.postgres.WriteRows;

/** The sinks that a command line asks for. */
final class SinkChoice {
  private static final String POSTGRES = "jdbc:postgresql:";

  private SinkChoice() {}

  /** The database, if one is asked for. */
  static Optional<PostgresSettings> database(WeirOptions options) {
    String url = options.getJdbcUrl();
    if (url == null) {
      return Optional.empty();
    }
    if (!url.startsWith(POSTGRES)) {
      throw new UsageException("--jdbcUrl: found '" + url + "', expected " + POSTGRES + "//...");
    }
    return Optional.of(
        new PostgresSettings(
            url,
            options.getJdbcUser(),
            password(options.getJdbcPasswordFile()),
            Duration.ofSeconds(options.getJdbcPatience())));
  }

  static Sinks of(WeirOptions options, KafkaSettings kafka, Optional<PostgresSettings> database) {
    Sinks sinks = new Sinks();
    toKafka(options, kafka, sinks);
    database.ifPresent(settings -> toPostgres(options, settings, sinks));
    if (options.getConsole()) {
      sinks
          .alerts("Print alerts", ToConsole.alerts())
          .deadLetters("Print dead letters", ToConsole.deadLetters());
    }
    return sinks;
  }

  private static void toKafka(WeirOptions options, KafkaSettings kafka, Sinks sinks) {
    sinks
        .alerts("Write alerts", new WriteAlerts(kafka, options.getAlertTopic(), engine(options)))
        .deadLetters(
            "Write dead letters",
            new WriteDeadLetters(kafka, options.getDeadLetterTopic(), options.getInputTopic()));
    String legitimate = options.getLegitimateTopic();
    String suspicious = options.getSuspiciousTopic();
    if (legitimate != null || suspicious != null) {
      sinks.verdicts("Write branches", new WriteBranches(kafka, legitimate, suspicious));
    }
  }

  private static void toPostgres(WeirOptions options, PostgresSettings settings, Sinks sinks) {
    Schema.migrate(settings);
    sinks
        .verdicts("Transactions to PostgreSQL", WriteRows.verdicts(settings))
        .alerts("Alerts to PostgreSQL", WriteRows.alerts(settings, engine(options)))
        .deadLetters(
            "Dead letters to PostgreSQL", WriteRows.deadLetters(settings, options.getInputTopic()));
  }

  private static String engine(WeirOptions options) {
    return options.getRunner().getSimpleName();
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
}
