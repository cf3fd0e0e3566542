package weir.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which tables are made of a lake, and which catalog knows them. */
public final class TablesOptions {
  private static final String TYPE = "type";
  private static final String JDBC = "jdbc";

  /** Kinds of tables. */
  public enum Format {
    ICEBERG,
    DELTA,
    BOTH;

    public boolean hasIceberg() {
      return this != DELTA;
    }

    public boolean hasDelta() {
      return this != ICEBERG;
    }
  }

  @Mixin public LakeOption lake = new LakeOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "iceberg",
      description = "iceberg, delta or both (default: ${DEFAULT-VALUE}).")
  public Format format = Format.ICEBERG;

  @Option(
      names = "--follow",
      description = "Goes on, and adds what a job finishes; without it, adds what there is.")
  public boolean follow;

  @Option(
      names = "--every",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      defaultValue = "10s",
      description = "How often --follow looks for files (default: ${DEFAULT-VALUE}).")
  public Duration every = Duration.ofSeconds(10);

  @Option(
      names = {"--jdbcUrl", "--jdbc-url"},
      paramLabel = "URL",
      defaultValue = "jdbc:postgresql://127.0.0.1:5432/weir",
      description = "PostgreSQL with the catalog of Iceberg (default: ${DEFAULT-VALUE}).")
  public String jdbcUrl = "";

  @Option(
      names = {"--jdbcUser", "--jdbc-user"},
      paramLabel = "USER",
      defaultValue = "weir",
      description = "Its user (default: ${DEFAULT-VALUE}).")
  public String jdbcUser = "";

  @Option(
      names = {"--jdbcPasswordFile", "--jdbc-password-file"},
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "File with the user's password.")
  public @Nullable Path jdbcPasswordFile;

  @Option(
      names = "--catalog",
      paramLabel = "NAME=VALUE",
      description =
          "A property of another catalog of Iceberg, such as type=rest and uri=https://...;"
              + " may be told several times.")
  public Map<String, String> catalog = new LinkedHashMap<>();

  @Option(
      names = "--hadoop",
      paramLabel = "NAME=VALUE",
      description =
          "A property of Hadoop's file systems, such as fs.s3a.endpoint=https://...; may be told"
              + " several times.")
  public Map<String, String> hadoop = new LinkedHashMap<>();

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "weir",
      description = "The namespace of Iceberg's tables (default: ${DEFAULT-VALUE}).")
  public String namespace = "";

  @Option(
      names = "--tables",
      paramLabel = "FOLDER",
      description =
          "Where Iceberg's tables keep what they write themselves (default: the folder tables in"
              + " the lake).")
  public @Nullable String tables;

  @Option(
      names = "--current",
      description =
          "Makes tables of Iceberg of what stands, too: silver_current and alerts_current have one"
              + " row of each payment and alert, up to the last hour that is settled.")
  public boolean current;

  @Option(
      names = "--gold",
      description =
          "Makes tables of what users spent in each window (totals), and of how right rules were by"
              + " day (rule_days, rule_money_days), which the job's PostgreSQL at --jdbcUrl"
              + " knows.")
  public boolean gold;

  @Option(
      names = "--features",
      paramLabel = "BOOK",
      converter = Values.OldFile.class,
      description =
          "Makes a table of payments with the features of a rule book, as rules and models would"
              + " see them (enriched).")
  public @Nullable Path features;

  @Option(
      names = "--settled-after",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      defaultValue = "26h",
      description =
          "How far bronze must be past an hour until that is merged (default: ${DEFAULT-VALUE}). A"
              + " file that comes later is merged into it all the same.")
  public Duration settledAfter = Duration.ofHours(26);

  @Option(
      names = "--keep",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      defaultValue = "7d",
      description =
          "How long Iceberg's tables can be read as they were, and files of writers that died are"
              + " kept (default: ${DEFAULT-VALUE}). Files of the lake are never deleted.")
  public Duration keep = Duration.ofDays(7);

  /** What the catalog of Iceberg is opened with: PostgreSQL's, unless another is told. */
  public Map<String, String> catalogProperties() {
    Map<String, String> properties = new LinkedHashMap<>(catalog);
    properties.putIfAbsent(TYPE, JDBC);
    if (JDBC.equals(properties.get(TYPE))) {
      properties.putIfAbsent("uri", jdbcUrl);
      properties.putIfAbsent("jdbc.user", jdbcUser);
      properties.putIfAbsent("jdbc.password", PasswordFile.read(jdbcPasswordFile));
      properties.putIfAbsent("jdbc.schema-version", "V1");
    }
    return properties;
  }
}
