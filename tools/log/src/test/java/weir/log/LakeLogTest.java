package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.log.SmallRecords.START;
import static weir.log.SmallRecords.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

class LakeLogTest {
  private static final long HOUR = 3_600_000;

  @TempDir private Path folder = Path.of("target");
  private int files;

  /** A file of records in an hour, each as topic, partition, offset and time after the start. */
  private void file(String date, String rows) throws SQLException, IOException {
    Path file = folder.resolve("bronze").resolve(date).resolve(files++ + ".parquet");
    Files.createDirectories(file.getParent());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute(
          "copy (select topic, p::int as log_partition, o::bigint as log_offset, make_timestamptz(("
              + START
              + " + t) * 1000) as log_time, 'k'::blob as key, ('v' || o)::blob as value from (values "
              + rows
              + ") as v (topic, p, o, t)) to '"
              + file
              + "' (format parquet)");
    }
  }

  private void lake() throws SQLException, IOException {
    file("date=2026-03-01/hour=00", "('p', 0, 2, 7), ('p', 1, 0, 5), ('p', 0, 0, 1)");
    file("date=2026-03-01/hour=00", "('p', 0, 1, 3), ('p', 0, 0, 1), ('p.labels', 1, 0, 5)");
    file("date=2026-03-01/hour=01", "('p', 1, 1, " + HOUR + ")");
  }

  private LakeLog open(Span span) {
    return LakeLog.open(folder.toString(), null, null, span);
  }

  @Test
  void comesInTheOrderOfLogTimesAndOnce() throws SQLException, IOException {
    lake();
    try (LakeLog log = open(Span.ALL)) {
      assertThat(log.topics()).containsExactly("p", "p.labels");
      assertThat(log.records()).isEqualTo(7);
      Entry first = Objects.requireNonNull(log.next());
      assertThat(SmallRecords.text(first)).isEqualTo("T0/0 +1");
      assertThat(String.valueOf(first.record().value())).isEqualTo("Payload[2 bytes]");
      assertThat(rest(log))
          .containsExactly("T0/1 +3", "L1/0 +5", "T1/0 +5", "T0/2 +7", "T1/1 +" + HOUR);
      assertThat(log.reached()).isEqualTo(START + HOUR - Log.CLOCKS_MILLIS);
    }
  }

  /** Another broker took over, whose clock was behind, at the full hour. */
  @Test
  void aPartitionStaysInItsOrderWhereLogTimesFall() throws SQLException, IOException {
    file(
        "date=2026-03-01/hour=00",
        "('p', 0, 0, 1), ('p', 0, 2, " + (HOUR - 30_000) + "), ('p', 1, 0, " + (HOUR - 9) + ")");
    file("date=2026-03-01/hour=01", "('p', 0, 1, " + HOUR + "), ('p', 0, 3, " + (HOUR + 9) + ")");
    try (LakeLog log = open(Span.ALL)) {
      assertThat(rest(log))
          .containsExactly(
              "T0/0 +1",
              "T1/0 +" + (HOUR - 9),
              "T0/1 +" + HOUR,
              "T0/2 +" + (HOUR - 30_000),
              "T0/3 +" + (HOUR + 9));
    }
  }

  @Test
  void comesInASpan() throws SQLException, IOException {
    lake();
    try (LakeLog log = open(new Span(START + 3, START + HOUR))) {
      assertThat(rest(log)).containsExactly("T0/1 +3", "L1/0 +5", "T1/0 +5", "T0/2 +7");
    }
    try (LakeLog log = open(new Span(START + HOUR, START + HOUR + 1))) {
      assertThat(log.records()).isEqualTo(1);
      assertThat(rest(log)).containsExactly("T1/1 +" + HOUR);
    }
  }

  @Test
  void tellsThatThereIsNoBronze() {
    assertThatThrownBy(() -> open(Span.ALL))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            folder
                + " has no bronze: it is no lake, or a job has not finished the first file of it yet");
  }

  @Test
  void tellsThatThereIsNoFolder() {
    assertThatThrownBy(() -> LakeLog.open(folder.resolve("x").toString(), null, null, Span.ALL))
        .isInstanceOf(MisuseException.class)
        .hasMessage("no such folder: " + folder.resolve("x"));
  }

  @Test
  void tellsWhichTopicsThereAre() throws SQLException, IOException {
    lake();
    assertThatThrownBy(() -> LakeLog.open(folder.toString(), "q", null, Span.ALL))
        .isInstanceOf(MisuseException.class)
        .hasMessage(folder + " has no topic 'q', but [p, p.labels]; did you mean 'p'?");
    file("date=2026-03-01/hour=00", "('other', 0, 0, 7)");
    assertThatThrownBy(() -> open(Span.ALL))
        .isInstanceOf(MisuseException.class)
        .hasMessage(
            folder + " has the topics [other, p, p.labels]: say which one holds the transactions");
  }

  @Test
  void tellsThatAFileIsNone() throws IOException, SQLException {
    lake();
    Files.writeString(folder.resolve("bronze/date=2026-03-01/hour=01/x.parquet"), "no parquet");
    assertThatThrownBy(() -> open(Span.ALL))
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith(folder + ": ")
        .hasMessageContaining("x.parquet");
  }
}
