package weir.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.sink.Needs;
import weir.sink.Sink;
import weir.sink.SinkKind;
import weir.sink.Sinks;

/** Transactions, alerts, dead letters and labels in PostgreSQL. */
final class PostgresSink implements Sink {
  private static final String POSTGRES = "jdbc:postgresql:";

  private final PostgresSettings settings;
  private final WeirOptions options;

  private PostgresSink(PostgresSettings settings, WeirOptions options) {
    this.settings = settings;
    this.options = options;
  }

  /** Used if {@code --jdbcUrl} is set. */
  public static final class Kind implements SinkKind {
    @Override
    public Optional<Sink> of(WeirOptions options) {
      PostgresOptions ours = options.as(PostgresOptions.class);
      return Optional.ofNullable(ours.getJdbcUrl())
          .map(url -> new PostgresSink(settings(url, ours, options), options));
    }
  }

  private static PostgresSettings settings(String url, PostgresOptions ours, WeirOptions options) {
    if (!url.startsWith(POSTGRES)) {
      throw new MisuseException("--jdbcUrl: found '" + url + "', expected " + POSTGRES + "//...");
    }
    return new PostgresSettings(
        url,
        ours.getJdbcUser(),
        password(ours.getJdbcPasswordFile()),
        OptionValues.patience(options));
  }

  private static String password(@Nullable String file) {
    if (file == null) {
      return "";
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new MisuseException("--jdbcPasswordFile: " + file + " cannot be read");
    }
  }

  /** A row is written before its bundle is done. */
  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public void addTo(Sinks sinks) {
    Schema.migrate(settings);
    sinks
        .verdicts("Transactions to PostgreSQL", WriteRows.verdicts(settings, sinks.announcements()))
        .alerts(
            "Alerts to PostgreSQL",
            WriteRows.alerts(settings, OptionValues.engine(options), sinks.announcements()))
        .deadLetters("Dead letters to PostgreSQL", WriteRows.deadLetters(settings))
        .labels("Labels to PostgreSQL", WriteRows.labels(settings));
  }
}
