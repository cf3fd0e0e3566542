package weir.backtest.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.form.AlertJson;
import weir.log.Span;
import weir.model.Alert;
import weir.model.Severity;

/** Alerts that are sorted on disk, in more files than one. */
class StandingAlertsTest {
  @TempDir private Path folder = Path.of("target");

  private static Alert alert(String id, Alert.Status status, long time, long seen) {
    return new Alert(
        id,
        status,
        "rule",
        1,
        1,
        Alert.Mode.LIVE,
        Severity.LOW,
        "ada",
        "t" + id,
        time,
        time - 10,
        time,
        seen,
        BigDecimal.ONE,
        BigDecimal.TEN,
        "EUR",
        List.of(),
        0,
        "because " + seen);
  }

  private static String line(Alert alert) {
    return new String(AlertJson.write(alert), StandardCharsets.UTF_8);
  }

  @Test
  void writesWhatStandsById() throws IOException {
    Alert last = alert("d", Alert.Status.RAISED, 50, 2);
    Alert newest = alert("b", Alert.Status.RAISED, 60, 7);
    Path file = folder.resolve("alerts.jsonl");
    try (StandingAlerts alerts = StandingAlerts.of(new Span(50, 100), /* most= */ 2)) {
      alerts.hear(last);
      alerts.hear(alert("a", Alert.Status.RAISED, 60, 1));
      // Was withdrawn when more was seen.
      alerts.hear(alert("a", Alert.Status.WITHDRAWN, 60, 3));
      alerts.hear(newest);
      // Has seen less than what stands, though it comes later.
      alerts.hear(alert("b", Alert.Status.WITHDRAWN, 60, 6));
      // Of another time.
      alerts.hear(alert("c", Alert.Status.RAISED, 100, 1));
      alerts.hear(alert("e", Alert.Status.RAISED, 49, 1));
      alerts.writeTo(file);
    }
    assertThat(Files.readAllLines(file)).containsExactly(line(newest), line(last));
  }

  @Test
  void leavesNothingBehind() throws IOException {
    long before = folders();
    try (StandingAlerts alerts = StandingAlerts.of(Span.ALL, /* most= */ 1)) {
      alerts.hear(alert("a", Alert.Status.RAISED, 60, 1));
      alerts.hear(alert("b", Alert.Status.RAISED, 60, 1));
      assertThat(folders()).isEqualTo(before + 1);
    }
    assertThat(folders()).isEqualTo(before);
  }

  private static long folders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.startsWith("weir-backtest"))
          .count();
    }
  }
}
