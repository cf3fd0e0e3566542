package weir.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;
import weir.log.duck.Duck;

/** What a stranger is told whose file is otherwise. */
class TableMisuseTest {
  private static final String NAMES = "transactionId,userId,amount,currency,timestamp";

  @TempDir private Path folder = Path.of("target");

  private static Charter charter(String lines) {
    return RuleBookReader.parse(
            "book",
            lines
                + """

                allowedLateness: 3 s
                allowedClockSkew: 500 ms
                rules:
                  - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
                """)
        .charter();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private static AbstractStringAssert<?> refused(
      Charter charter, List<Path> files, Path... labels) {
    try (FileLog log =
        FileLog.open(charter, files, List.of(labels), Duration.ofDays(1), Span.ALL)) {
      throw new AssertionError("opened, with " + log.records() + " records");
    } catch (MisuseException refused) {
      return Assertions.assertThat(refused.getMessage());
    }
  }

  private AbstractStringAssert<?> refused(String... lines) throws IOException {
    return refused(charter(""), List.of(file("p.csv", lines)));
  }

  private String p(String rest) {
    return folder.resolve("p.csv") + rest;
  }

  @Test
  void tellsWhichColumnsAreMissing() throws IOException {
    refused("id,customer_id,Amount,note,created_at,total", "1,ada,5,EUR,2026-03-01,5")
        .isEqualTo(
            p(", line 1: there is no column 'transactionId'; did you mean 'id'?\n")
                + p(", line 1: there is no column 'userId'; did you mean 'customer_id'?\n")
                + p(", line 1: there is no column 'amount'; did you mean 'Amount'?\n")
                + p(", line 1: there is no column 'currency'\n")
                + p(", line 1: there is no column 'timestamp'; did you mean 'created_at'?\n")
                + """
                Its columns are id, customer_id, Amount, note, created_at, total.
                Say in the rules which column each of them is:
                mapping:
                  transactionId: /id
                  userId: /customer_id
                  amount: /Amount
                  currency: /COLUMN
                  timestamp: /created_at""");
  }

  @Test
  void tellsWhatTheRulesNameAndIsNotThere() throws IOException {
    Charter charter =
        charter(
            """
            mapping: {deviceId: /device, userId: /user}
            fields: {ip: text, risk: {type: number, from: /risk_score}}
            """);
    Path file =
        file(
            "p.csv",
            "transactionId,user,amount,currency,timestamp,IP,'risk: score'",
            "1,ada,5,EUR,2026-03-01,,");
    refused(charter, List.of(file))
        .isEqualTo(
            p(", line 1: there is no column 'device' (mapping: deviceId)\n")
                + p(", line 1: there is no column 'ip' (fields: ip); did you mean 'IP'?\n")
                + p(", line 1: there is no column 'risk_score' (fields: risk);")
                + " did you mean ''risk: score''?\n"
                + """
                Its columns are transactionId, user, amount, currency, timestamp, IP, 'risk: score'.
                Say in the rules which column each of them is:
                mapping:
                  deviceId: /COLUMN
                fields:
                  ip: {type: text, from: /IP}
                  risk: {type: number, from: "/'risk: score'"}""");
  }

  @Test
  void tellsHowLabelsAreCalled() throws IOException {
    Path payments = file("p.csv", NAMES, "1,ada,5,EUR,2026-03-01");
    Path labels = file("l.csv", "transactionId,user_id,timestamp,is_fraud", "1,ada,2026-03-01,1");
    refused(charter(""), List.of(payments), labels)
        .isEqualTo(
            labels
                + ", line 1: there is no column 'userId'; did you mean 'user_id'?\n"
                + labels
                + ", line 1: there is no column 'fraud'; did you mean 'is_fraud'?\n"
                + "Its columns are transactionId, user_id, timestamp, is_fraud.\n"
                + "Rename them: labels have fraud, and name payments as the records of payments do.");
  }

  @Test
  void tellsThatNothingIsWithinAColumn() throws IOException {
    Path file = file("p.csv", NAMES, "1,ada,5,EUR,2026-03-01");
    refused(charter("mapping: {userId: /customer/id}"), List.of(file))
        .startsWith(
            p(
                ", line 1: /customer/id (mapping: userId) is within a column, and a CSV has nothing"
                    + " within: name a column, such as /customer_id\n"));
  }

  @Test
  void tellsThatAColumnIsThereTwice() throws IOException {
    refused(NAMES + ",userId", "1,ada,5,EUR,2026-03-01,bob")
        .startsWith(p(", line 1: two columns are called 'userId': rename one\n"));
  }

  @Test
  void tellsThatTheFirstLineNamesNothing() throws IOException {
    refused("t-1,ada,5.00,EUR,2026-03-01 12:00:00", "t-2,bob,6.00,EUR,2026-03-01 12:00:01")
        .isEqualTo(
            p(
                ", line 1: expected the names of the columns, found 't-1', 'ada', '5.00', 'EUR',"
                    + " '2026-03-01 12:00:00': write a first line such as "
                    + NAMES));
    refused("", NAMES).isEqualTo(p(", line 1: is empty, expected the names of the columns"));
  }

  @Test
  void tellsThatNothingIsInIt() throws IOException {
    refused(NAMES).isEqualTo(p(" has no rows under its first line"));
    refused().isEqualTo(p(" is empty"));
  }

  @Test
  void tellsThatThereIsOneColumn() throws IOException {
    refused("transactionId userId amount", "1 ada 5")
        .isEqualTo(
            p(
                ", line 1: has one column, 'transactionId userId amount', expected the names of"
                    + " several with a comma, a semicolon, a tab or | between them"));
  }

  @Test
  void tellsThatTimesAreWrittenInAnotherWay() throws IOException {
    refused(NAMES, "1,ada,5,EUR,31.01.2026 14:03", "2,ada,5,EUR,31.01.2026 14:04")
        .isEqualTo(
            p(
                ", row 1 under the names: '31.01.2026 14:03' is no time, expected one such as"
                    + " 2026-01-31T14:03:22Z, 2026-01-31 14:03:22+01:00, 2026-01-31 14:03:22 (in"
                    + " UTC), or the time since 1970 as 10 digits of seconds or 13 of"
                    + " milliseconds; nor can any of the first 2 rows be read"));
  }

  @Test
  void tellsWhyNoRowCanBeRead() throws IOException {
    refused(NAMES, "1,ada,\"5,00\",EUR,2026-03-01")
        .isEqualTo(
            p(
                ", row 1 under the names: amount is not a number in {\"transactionId\":\"1\","
                    + "\"userId\":\"ada\",\"amount\":\"5,00\",\"currency\":\"EUR\","
                    + "\"timestamp\":1772323200000}; there is no other row"));
    refused(
            Stream.concat(
                    Stream.of(NAMES), IntStream.range(0, 1500).mapToObj(i -> "1,ada,5,,2026-03-01"))
                .toArray(String[]::new))
        .contains("currency is missing")
        .endsWith("; nor can any of the first 1,000 rows be read");
    refused(NAMES, "1,ada,5,EUR", "2,ada,5")
        .isEqualTo(
            p(
                ", line 2: Expected Number of Columns: 5 Found: 4; no other line can be read either"));
  }

  /** Unlike the first lines of a file that is something else, they are few. */
  @Test
  void aRowThatCanBeReadIsEnough() throws IOException {
    Path file =
        file(
            "p.csv",
            Stream.concat(
                    Stream.concat(
                        Stream.of(NAMES), IntStream.range(0, 999).mapToObj(i -> "1,ada,5,,")),
                    Stream.of("1,ada,5,EUR,2026-03-01"))
                .toArray(String[]::new));
    try (FileLog log =
        FileLog.open(charter(""), List.of(file), List.of(), Duration.ZERO, Span.ALL)) {
      Assertions.assertThat(SmallRecords.rest(log)).hasSize(1000);
    }
  }

  @Test
  void tellsThatItIsNoText() throws IOException {
    Path excel = folder.resolve("p.csv");
    Files.write(excel, new byte[] {'P', 'K', 3, 4, 0, 0});
    refused(charter(""), List.of(excel))
        .isEqualTo(
            p(", line 1: is no text in UTF-8: save it as CSV in UTF-8, if it is a spreadsheet"));
    Files.write(excel, ("höhe," + NAMES + "\n").getBytes(StandardCharsets.ISO_8859_1));
    refused(charter(""), List.of(excel)).contains("is no text in UTF-8");
    Path gzip = file("p.csv.gz", NAMES);
    refused(charter(""), List.of(gzip)).startsWith(gzip + ": cannot be read: ");
  }

  @Test
  void tellsThatItIsNoFileOrNoParquet() throws IOException, SQLException {
    Path missing = folder.resolve("missing.csv");
    refused(charter(""), List.of(missing)).isEqualTo(missing + ": there is no such file");
    Path directory = Files.createDirectory(folder.resolve("folder.csv"));
    refused(charter(""), List.of(directory)).isEqualTo(directory + ": is a folder");
    Path text = file("p.parquet", NAMES, "1,ada,5,EUR,2026-03-01");
    refused(charter(""), List.of(text))
        .isEqualTo(text + " is not a Parquet file, or was not written to its end");
    Path nested = parquet("nested.parquet", "select {'id': 1} as userId, 2 as n");
    refused(charter(""), List.of(nested))
        .startsWith(nested + ": there is no column 'transactionId'\n")
        .contains(
            nested + ": userId stands at /userId, which is STRUCT(id INTEGER): say which part,");
    refused(charter("mapping: {userId: /userId/name}"), List.of(nested))
        .contains("there is no column with /userId/name (mapping: userId)");
    Path empty =
        parquet(
            "empty.parquet",
            "select 't' as transactionId, 'u' as userId, 1 as amount, 'EUR' as currency,"
                + " now() as timestamp where false");
    refused(charter(""), List.of(empty)).isEqualTo(empty + " has no rows");
  }

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Duck duck = Duck.open()) {
      duck.execute("copy (" + select + ") to " + Duck.quoted(file) + " (format parquet)");
    }
    return file;
  }

  @Test
  void labelsMayBeNone() throws IOException {
    Path payments = file("p.csv", NAMES, "1,ada,5,EUR,2026-03-01");
    Path labels = file("l.csv", "transactionId,userId,timestamp,fraud");
    try (FileLog log =
        FileLog.open(
            charter(""), List.of(payments), List.of(labels), Duration.ofDays(1), Span.ALL)) {
      Assertions.assertThat(SmallRecords.rest(log)).hasSize(1);
    }
    Path other = file("l.csv", "transactionId,userId,timestamp,fraud", "1,ada,2026-03-01,yes");
    assertThatThrownBy(
            () ->
                FileLog.open(
                    charter(""), List.of(payments), List.of(other), Duration.ZERO, Span.ALL))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("fraud is not true or false in {");
  }
}
