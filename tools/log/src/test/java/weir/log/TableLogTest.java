package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.log.SmallRecords.START;
import static weir.log.SmallRecords.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.log.duck.Duck;
import weir.model.Payload;

/** Rows of CSV and of Parquet as the records of a log. */
class TableLogTest {
  private static final String BOOK =
      """
      allowedLateness: 3 s
      allowedClockSkew: 500 ms
      %s
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
      """;

  private static final String NAMES = "transactionId,userId,amount,currency,timestamp";

  @TempDir private Path folder = Path.of("target");

  private static Charter charter(String lines) {
    return RuleBookReader.parse("book", BOOK.formatted(lines)).charter();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Duck duck = Duck.open()) {
      duck.execute("copy (" + select + ") to " + Duck.quoted(file) + " (format parquet)");
    }
    return file;
  }

  private static FileLog open(Charter charter, Path transactions, Path... labels) {
    return FileLog.open(
        charter, List.of(transactions), List.of(labels), Duration.ofMillis(500), Span.ALL);
  }

  private static List<String> values(Charter charter, Path transactions, Path... labels) {
    List<String> values = new ArrayList<>();
    try (FileLog log = open(charter, transactions, labels)) {
      for (Entry each = log.next(); each != null; each = log.next()) {
        Payload value = Objects.requireNonNull(each.record().value());
        values.add(new String(value.bytes(), StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private static String row(String id, long millis) {
    return id + ",ada,5.00,EUR," + (START + millis);
  }

  @Test
  void rowsComeInTheOrderOfTheirTimes() throws IOException {
    Path payments =
        file("p.csv", NAMES, row("a", 3000), row("b", 1000), row("c", 2000), row("d", 1000));
    Path labels =
        file(
            "l.csv",
            "transactionId,userId,timestamp,fraud,labelledAt,kind",
            "a,ada," + (START + 3000) + ",1," + (START + 9000) + ",lost",
            "b,ada," + (START + 1000) + ",TRUE,,",
            "c,ada," + (START + 2000) + ",0,,");
    try (FileLog log = open(charter(""), payments, labels)) {
      assertThat(rest(log))
          .containsExactly(
              "T0/2 +1000",
              "T0/4 +1000",
              "L1/2 +1500",
              "T0/3 +2000",
              "L1/3 +2500",
              "T0/1 +3000",
              "L1/1 +9000");
      assertThat(log.records()).isEqualTo(9);
    }
    assertThat(values(charter(""), payments, labels))
        .contains(
            "{\"transactionId\":\"b\",\"userId\":\"ada\",\"amount\":\"5.00\",\"currency\":\"EUR\","
                + "\"timestamp\":"
                + (START + 1000)
                + "}")
        .anySatisfy(
            label ->
                assertThat(label)
                    .contains("\"fraud\":true", "\"labelledAt\":" + (START + 9000))
                    .contains("\"kind\":\"lost\""));
  }

  @Test
  void kindsCanBeReadAlone() throws IOException {
    Path payments = file("p.csv", NAMES, row("a", 3000));
    Path labels = file("l.jsonl", SmallRecords.payment("a", 3000).replace("}", ",\"fraud\":true}"));
    try (FileLog log =
        FileLog.open(
            charter(""),
            List.of(payments),
            List.of(labels),
            Duration.ZERO,
            Set.of(Kind.LABELS),
            Span.ALL)) {
      assertThat(rest(log)).containsExactly("L1/1 +3000");
    }
    try (FileLog log =
        FileLog.open(
            charter(""),
            List.of(payments),
            List.of(labels),
            Duration.ZERO,
            Set.of(Kind.TRANSACTIONS),
            Span.ALL)) {
      assertThat(rest(log)).containsExactly("T0/1 +3000");
    }
  }

  /** What stands in cells is found where the charter says, in the form that the field has. */
  @Test
  void declaredFieldsHaveTheirTypes() throws IOException {
    Charter charter =
        charter(
            """
            fields: {risk: number, present: bool, bin: {type: text, from: /Card BIN}}
            mapping: {userId: /customer_id, deviceId: /a.b}
            """);
    Path file =
        file(
            "p.csv",
            "transactionId;customer_id;amount;currency;timestamp;risk;present;Card BIN;a.b;more",
            "\"a\"\"1\";007;5.00;EUR;1772323200;.5;T;0012; x ;?",
            "b;008; 6 ;EUR;2026-03-01 00:00:01;+1.25;0;;;",
            "c;009;7;EUR;2026-03-01T01:00:02+01:00;high;maybe;;;");
    assertThat(values(charter, file))
        .containsExactly(
            "{\"transactionId\":\"a\\\"1\",\"customer_id\":\"007\",\"amount\":\"5.00\","
                + "\"currency\":\"EUR\",\"timestamp\":1772323200000,\"a.b\":\" x \","
                + "\"Card BIN\":\"0012\",\"present\":true,\"risk\":0.5}",
            "{\"transactionId\":\"b\",\"customer_id\":\"008\",\"amount\":\"6\","
                + "\"currency\":\"EUR\",\"timestamp\":1772323201000,\"present\":false,\"risk\":1.25}",
            "{\"transactionId\":\"c\",\"customer_id\":\"009\",\"amount\":\"7\","
                + "\"currency\":\"EUR\",\"timestamp\":1772323202000,\"present\":\"maybe\","
                + "\"risk\":\"high\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 0",
    "2026-03-01T00:00:00.123456Z, 123",
    "2026-03-01 00:00:00, 0",
    "2026-03-01, 0",
    "2026/03/01 00:00, 0",
    "2026-03-01 01:00:00+01, 0",
    "2026-03-01T01:00:00+0100, 0",
    "2026-03-01 00:00:00 UTC, 0",
    "2026-03-01 01:00:00 Europe/Berlin, 0",
    "1772323200, 0",
    "1772323200.25, 250",
    "1772323200001, 1"
  })
  void timesAreRead(String written, long millis) throws IOException {
    Path file = file("p.csv", NAMES, "a,ada,5,EUR," + written);
    try (FileLog log = open(charter(""), file)) {
      assertThat(rest(log)).containsExactly("T0/1 +" + millis);
    }
  }

  /** They are dead letters when they are judged: behind all others, since nothing says when. */
  @Test
  void rowsThatCannotBeReadComeLast() throws IOException {
    Path file =
        file(
            "p.csv",
            NAMES,
            "a,ada,5,EUR,20260301",
            "b,ada,5,EUR",
            row("c", 5),
            "d,ada,5,EUR,1,2,3",
            "e,ada,5,EUR,",
            row("f", 4));
    assertThat(values(charter(""), file))
        .satisfiesExactly(
            value -> assertThat(value).contains("\"f\""),
            value -> assertThat(value).contains("\"c\""),
            value -> assertThat(value).contains("\"timestamp\":\"20260301 is no time\""),
            value -> assertThat(value).contains("\"e\"").doesNotContain("timestamp"),
            value -> assertThat(value).isEqualTo("b,ada,5,EUR"),
            value -> assertThat(value).isEqualTo("d,ada,5,EUR,1,2,3"));
    try (FileLog log = open(charter(""), file)) {
      assertThat(rest(log))
          .containsExactly("T0/4 +4", "T0/2 +5", "T0/1 +5", "T0/3 +5", "T0/5 +5", "T0/6 +5");
    }
  }

  @Test
  void filesMayBeCompressedAndHaveTheMarkOfUtf8() throws IOException {
    Path csv = folder.resolve("p.csv.gz");
    Path lines = folder.resolve("p.jsonl.gz");
    gzip(csv, "\uFEFF" + NAMES + "\r\n" + row("ä", 1) + "\r\n" + row("b", 2) + "\r\n");
    gzip(lines, SmallRecords.payment("a", 1) + "\n" + SmallRecords.payment("b", 2) + "\n");
    for (Path each : List.of(csv, lines)) {
      try (FileLog log = open(charter(""), each)) {
        assertThat(rest(log)).containsExactly("T0/1 +1", "T0/2 +2");
        assertThat(log.records()).isBetween(1L, 4L);
      }
    }
    assertThat(values(charter(""), csv)).first().asString().contains("\"ä\"");
  }

  private static void gzip(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void columnsOfParquetMayHaveOthersWithin() throws Exception {
    Charter charter =
        charter(
            """
            fields:
              risk: {type: number, from: /scores/1}
              known: {type: bool, from: /customer/known}
            mapping: {userId: /customer/id, amount: /payment/amount, currency: /payment/currency}
            """);
    Path file =
        parquet(
            "p.parquet",
            "select 7 as transactionId, {'id': uuid '00000000-0000-0000-0000-000000000001',"
                + " 'known': i = 1} as customer, {'amount': 12.5::decimal(9, 3) + i,"
                + " 'currency': 'EUR'} as payment, [0.1, 'nan'::double / i] as scores,"
                + " timestamp '2026-03-01 00:00:02' - to_seconds(i) as timestamp"
                + " from range(2) r(i)");
    assertThat(values(charter, file))
        .containsExactly(
            "{\"transactionId\":\"7\",\"timestamp\":1772323201000,\"customer\":{\"id\":"
                + "\"00000000-0000-0000-0000-000000000001\",\"known\":true},"
                + "\"payment\":{\"amount\":\"13.500\",\"currency\":\"EUR\"},\"scores\":{}}",
            "{\"transactionId\":\"7\",\"timestamp\":1772323202000,\"customer\":{\"id\":"
                + "\"00000000-0000-0000-0000-000000000001\",\"known\":false},"
                + "\"payment\":{\"amount\":\"12.500\",\"currency\":\"EUR\"},\"scores\":{}}");
    try (FileLog log = open(charter, file)) {
      assertThat(log.records()).isEqualTo(2);
    }
  }
}
