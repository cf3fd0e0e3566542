package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.log.duck.Duck;

/** The command over a CSV and Parquet, by the names that they have. */
class TrainFromTablesTest {
  private static final String MAPPING =
      "mapping: {transactionId: /id, userId: /customer_id, timestamp: /paid_at}\n";

  @TempDir private Path folder = Path.of("target");

  @BeforeEach
  void tables() throws Exception {
    SimulatedLog.write(folder);
    // The log of lines has late ones; in a table nothing is late.
    try (Duck duck = Duck.open()) {
      duck.execute(
          "create table p as select * from read_json('"
              + folder
              + "/payments.jsonl', columns = {transactionId: 'VARCHAR', userId: 'VARCHAR', amount:"
              + " 'VARCHAR', currency: 'VARCHAR', timestamp: 'BIGINT', merchantId: 'VARCHAR',"
              + " category: 'VARCHAR', paymentMethod: 'VARCHAR', city: 'VARCHAR', country:"
              + " 'VARCHAR', latitude: 'VARCHAR', longitude: 'VARCHAR', deviceId: 'VARCHAR'})");
      duck.execute(
          "copy (select * from p order by timestamp, transactionId) to '"
              + folder
              + "/sorted.jsonl' (format json)");
      String renamed =
          "copy (select transactionId as id, userId as customer_id, * exclude (transactionId,"
              + " userId, timestamp), make_timestamp(timestamp * 1000) as paid_at from p"
              + " order by timestamp, transactionId) to '";
      duck.execute(renamed + folder + "/payments.csv' (header, delimiter ';')");
      duck.execute(renamed + folder + "/payments.parquet' (format parquet)");
      duck.execute(
          "copy (select transactionId as id, userId as customer_id, make_timestamp(timestamp *"
              + " 1000) as paid_at, fraud, labelledAt, merchantId from read_json('"
              + folder
              + "/payments.labels.jsonl')) to '"
              + folder
              + "/labels.csv' (header)");
    }
    Files.writeString(folder.resolve("book.yaml"), SimulatedLog.BOOK);
    Files.writeString(folder.resolve("mapped.yaml"), MAPPING + SimulatedLog.BOOK);
  }

  @Test
  void learnsTheSameFromLinesAndFromTables() throws IOException {
    byte[] lines =
        train(
            "lines",
            "--rules=" + folder.resolve("book.yaml"),
            "--log=" + folder.resolve("sorted.jsonl"),
            "--labels=" + folder.resolve("payments.labels.jsonl"));
    String mapped = "--rules=" + folder.resolve("mapped.yaml");
    String labels = "--labels=" + folder.resolve("labels.csv");
    assertThat(train("csv", mapped, "--log=" + folder.resolve("payments.csv"), labels))
        .isEqualTo(lines);
    assertThat(train("parquet", mapped, "--file=" + folder.resolve("payments.parquet"), labels))
        .isEqualTo(lines);
  }

  @Test
  void saysWhatTheRulesMustMap() {
    String said =
        run(2, "--rules=" + folder.resolve("book.yaml"), "--log=" + folder.resolve("payments.csv"));
    assertThat(said)
        .contains(
            "payments.csv, line 1: there is no column 'transactionId'; did you mean 'id'?",
            "mapping:\n  transactionId: /id\n  userId: /customer_id\n  timestamp: /paid_at\n");
  }

  private byte[] train(String out, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("--trees=5", "--out=" + folder.resolve(out)));
    all.addAll(List.of(more));
    run(0, all.toArray(new String[0]));
    try (Stream<Path> files = Files.list(folder.resolve(out))) {
      Path model =
          files.filter(each -> each.toString().endsWith(".json")).findFirst().orElseThrow();
      return Files.readAllBytes(model);
    }
  }

  private static String run(int exit, String... words) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(words));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Main.run(all, to, to)).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
    return said.toString(StandardCharsets.UTF_8);
  }
}
