package weir.tables;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.lake.write.LakeWriter;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.Sample;

/** What people ask a lake for, against the same reckoned naively. */
class GoldTest {
  private static final long STEP = 30_000;

  /** Some records of the last hour come in the next one, so these are over for an hour. */
  private static final long SETTLED = Payments.START + 3 * Payments.HOUR;

  private static final String BOOK =
      """
      horizon: 2 h
      allowedLateness: 20 min
      allowedClockSkew: 1 min
      keys: {shop_kind: category}
      features:
        busy:    {count: transactions, window: 1 h}
        spent:   {sum: amount, window: 30 min, without: itself}
        at_shop: {distinct: userId, by: shop_kind, window: 1 h}
        before:  {last: city, window: 2 h, without: itself}
      rules:
        - {id: any, version: 1, kind: amount-over, severity: low, limit: 1000000}
      """;

  private final Path lake;
  private final TestTables tables;
  private final LakeWriter writer;
  private final Random random = new Random(37);
  private final List<Sample> payments = new ArrayList<>();
  private int partitions;

  GoldTest(@TempDir Path folder) {
    lake = folder.resolve("lake");
    tables = new TestTables(lake);
    writer = new LakeWriter(lake);
  }

  /**
   * Payments of four hours by users of their own, and records of them in a partition of their own
   * that are late by up to a quarter of an hour.
   */
  private void pay(int count) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    List<Sample> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Sample each =
          Sample.at(Payments.START + random.nextInt((int) (Payments.HOURS * Payments.HOUR)))
              .id("t" + payments.size())
              .user("u" + partitions + random.nextInt(8))
              .category(random.nextInt(4) == 0 ? null : "kind " + random.nextInt(3))
              .in("city " + random.nextInt(5), "DE")
              .pay(BigDecimal.valueOf(random.nextInt(10_000), 2).toString(), "EUR");
      payments.add(each);
      some.add(each);
      verdicts.add(new Verdict(each.tx(), 1, List.of(), 1, Verdict.Change.FIRST));
    }
    writer.verdicts(verdicts);
    writer.records("transactions", records(some));
  }

  private List<LogRecord> records(List<Sample> some) {
    Map<Sample, Long> times = new HashMap<>();
    some.forEach(each -> times.put(each, each.time() + random.nextInt(15 * 60_000)));
    List<LogRecord> records = new ArrayList<>();
    int partition = partitions++;
    some.stream()
        .sorted((one, other) -> Long.compare(times.get(one), times.get(other)))
        .forEach(
            each -> {
              LogRecord record = each.record(records.size(), times.get(each));
              LogPosition position =
                  new LogPosition(partition, records.size(), record.position().time());
              records.add(new LogRecord(position, record.key(), record.value()));
            });
    return records;
  }

  private List<String> rows(String table, String... columns) throws IOException {
    Table its = tables.catalog().loadTable(TableIdentifier.of(tables.namespace, table));
    List<String> rows = new ArrayList<>();
    try (CloseableIterable<Record> all = IcebergGenerics.read(its).where(alwaysTrue()).build()) {
      for (Record row : all) {
        rows.add(
            List.of(columns).stream()
                .map(column -> "" + row.getField(column))
                .collect(Collectors.joining(" ")));
      }
    }
    return rows.stream().sorted().toList();
  }

  /** Windows that begin before the last settled hour: what begins in it reaches into the next. */
  private List<String> totals() {
    Map<String, long[]> windows = new HashMap<>();
    for (Sample each : payments) {
      long step = each.time() / STEP * STEP;
      for (long start : List.of(step, step - STEP)) {
        if (start < SETTLED - Payments.HOUR) {
          long[] sum = windows.computeIfAbsent(each.user() + " " + start, any -> new long[2]);
          sum[0]++;
          sum[1] += each.tx().amountMinor();
        }
      }
    }
    return windows.entrySet().stream()
        .map(
            each ->
                String.format(
                    "%s %d %d %s",
                    each.getKey(),
                    each.getValue()[0],
                    each.getValue()[1],
                    BigDecimal.valueOf(each.getValue()[1], 2).setScale(4)))
        .sorted()
        .toList();
  }

  private String gold(String... more) {
    List<String> all = new ArrayList<>(List.of("--settled-after=1h"));
    all.addAll(List.of(more));
    return tables.commit("iceberg", all.toArray(new String[0]));
  }

  private List<String> totalsOfTable() throws IOException {
    return rows("totals", "user_id", "window_start", "transactions", "total_minor", "total")
        .stream()
        .map(
            row -> {
              String[] words = row.split(" ", -1);
              long start = java.time.OffsetDateTime.parse(words[1]).toInstant().toEpochMilli();
              return row.replace(words[1], "" + start);
            })
        .sorted()
        .toList();
  }

  @Test
  void totalsAreThoseOfTheWindows() throws IOException {
    pay(600);
    gold("--gold");
    assertThat(totalsOfTable()).isEqualTo(totals()).hasSizeGreaterThan(200);
    assertThat(gold("--gold").lines())
        .as("the hour before, two more, and nothing new")
        .anySatisfy(line -> assertThat(line).matches(".*\\.totals +0 +0 +3 +2"));
    pay(200);
    gold("--gold");
    assertThat(totalsOfTable()).isEqualTo(totals());
  }

  /** As it stands: what is late has been seen. */
  private String enriched(Sample payment) {
    Transaction tx = payment.tx();
    long busy = 0;
    long spent = 0;
    List<String> atShop = new ArrayList<>();
    Sample before = null;
    for (Sample each : payments) {
      long ago = tx.time() - each.time();
      boolean isUsers = each.user().equals(payment.user());
      if (ago < 0) {
        continue;
      }
      if (isUsers && ago < 3_600_000) {
        busy++;
      }
      if (isUsers && ago < 1_800_000 && !each.id().equals(payment.id())) {
        spent += each.tx().amountMinor();
      }
      if (ago < 3_600_000
          && payment.category() != null
          && payment.category().equals(each.category())) {
        atShop.add(each.user());
      }
      if (isUsers
          && ago < 7_200_000
          && !each.id().equals(payment.id())
          && (before == null || each.time() > before.time())) {
        before = each;
      }
    }
    return String.join(
        " ",
        tx.id(),
        tx.userId(),
        "" + tx.amountMinor(),
        "" + (double) busy,
        "" + BigDecimal.valueOf(spent, 2).doubleValue(),
        payment.category() == null ? null : "" + (double) atShop.stream().distinct().count(),
        before == null ? null : before.city());
  }

  @Test
  void paymentsAreThereWithWhatFeaturesSay(@TempDir Path books) throws IOException {
    pay(500);
    Path book = Files.writeString(books.resolve("book.yaml"), BOOK);
    gold("--features=" + book);
    assertThat(enrichedOfTable())
        .isEqualTo(enriched())
        .hasSizeGreaterThan(200)
        .anyMatch(row -> row.contains(" null "))
        .noneMatch(row -> row.contains("NaN"));
    assertThat(gold("--features=" + book).lines())
        .anySatisfy(line -> assertThat(line).matches(".*\\.enriched +0 +0 +3 +1"));
    pay(100);
    gold("--features=" + book);
    assertThat(enrichedOfTable()).isEqualTo(enriched());
  }

  private List<String> enriched() {
    return payments.stream()
        .filter(each -> each.time() < SETTLED)
        .map(this::enriched)
        .sorted()
        .toList();
  }

  private List<String> enrichedOfTable() throws IOException {
    return rows(
        "enriched",
        "transaction_id",
        "user_id",
        "amount_minor",
        "feature_busy",
        "feature_spent",
        "feature_at_shop",
        "textual_feature_before");
  }

  @Test
  void aBookThatCannotBeWalkedOverALakeIsRefused(@TempDir Path books) throws IOException {
    pay(5);
    String noFeatures = BOOK.replaceFirst("(?s)features:.*rules:", "rules:");
    assertThatThrownBy(
            () -> gold("--features=" + Files.writeString(books.resolve("none.yaml"), noFeatures)))
        .hasMessageContaining("none.yaml has no features");
    String late = BOOK.replace("20 min", "3 h").replace("horizon: 2 h", "horizon: 9 h");
    assertThatThrownBy(
            () -> gold("--features=" + Files.writeString(books.resolve("late.yaml"), late)))
        .hasMessageContaining("--settled-after")
        .hasMessageContaining("late.yaml");
  }

  @Test
  void rulesAreHeldAgainstLabelsDayByDay() throws Exception {
    pay(50);
    migrate();
    String day = "2026-02-27 10:00:00+00";
    sql(
        "insert into book_rules values (1, 'r', 2, '{live}'), (1, 'quiet', 1, '{live}')",
        payment("a", day, "10.50"),
        payment("b", day, "20.00"),
        payment("c", "2026-02-28 23:59:59+00", "30.00"),
        payment("d", "2026-03-01 00:00:01+00", "40.00"),
        alert("a", day),
        alert("c", "2026-02-28 23:59:59+00"),
        alert("d", "2026-03-01 00:00:01+00"),
        label("a", day),
        label("b", day));
    String said = gold("--gold");
    assertThat(said.lines())
        .as("the day of bronze is not over")
        .anySatisfy(line -> assertThat(line).matches(".*\\.rule_days +2 +3 +2 +1"));
    assertThat(ruleDays())
        .containsExactly(
            "2026-02-27T00:00Z quiet 1 live 0 0 0 0 2 null 0.0",
            "2026-02-27T00:00Z r 2 live 1 1 0 0 2 1.0 0.5",
            "2026-02-28T00:00Z r 2 live 1 0 0 1 0 0.0 null");
    assertThat(rows("rule_money_days", "day", "rule_id", "mode", "currency", "caught", "missed"))
        .containsExactly(
            "2026-02-27T00:00Z quiet live EUR 0 30.50", "2026-02-27T00:00Z r live EUR 10.50 20.00");
    sql(label("c", "2026-02-28 23:59:59+00"));
    assertThat(gold("--gold").lines())
        .as("a label came for one day")
        .anySatisfy(line -> assertThat(line).matches(".*\\.rule_days +1 +2 +2 +1"));
    assertThat(ruleDays()).contains("2026-02-28T00:00Z r 2 live 1 1 0 0 1 1.0 1.0");
  }

  private List<String> ruleDays() throws IOException {
    return rows(
        "rule_days",
        "day",
        "rule_id",
        "rule_version",
        "mode",
        "alerts",
        "frauds",
        "honest",
        "unlabelled",
        "judged_frauds",
        "precision",
        "recall");
  }

  /** What a job makes of an empty database. */
  private static void migrate() throws SQLException, IOException {
    Path migrations = Path.of("../../pipeline/postgres/src/main/resources/weir/postgres");
    for (int version = 1; Files.exists(migration(migrations, version)); version++) {
      sql(Files.readString(migration(migrations, version)));
    }
  }

  private static Path migration(Path folder, int version) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith("V" + version + "__"))
          .findFirst()
          .orElse(folder.resolve("none"));
    }
  }

  private static void sql(String... statements) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                Database.SERVER.jdbcUrl(), Database.SERVER.user(), /* password= */ "");
        Statement statement = database.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String payment(String id, String time, String amount) {
    return String.format(
        "insert into transactions (user_id, event_time, transaction_id, amount, currency,"
            + " is_flagged, fired_rules, seen) values ('u', '%s', '%s', %s, 'EUR', false, '{}', 1)",
        time, id, amount);
  }

  private static String alert(String payment, String time) {
    return String.format(
        "insert into alerts (alert_id, status, rule_id, rule_version, severity, user_id,"
            + " transaction_id, event_time, window_start, window_end, seen, evidence,"
            + " evidence_count, reason, detected_at, engine) values ('of %s', 'raised', 'r', 2,"
            + " 'low', 'u', '%s', '%s', now(), now(), 1, '{}', 0, '', now(), '')",
        payment, payment, time);
  }

  private static String label(String payment, String time) {
    return String.format(
        "insert into labels values ('u', '%s', '%s', true, null, now(), 0, 0)", time, payment);
  }
}
