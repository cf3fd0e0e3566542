package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.log.SmallRecords.START;
import static weir.log.SmallRecords.payment;
import static weir.log.SmallRecords.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.Charter;
import weir.failure.MisuseException;
import weir.judge.Acceptance;
import weir.judge.Floor;
import weir.model.Parsed;

class FileLogTest {
  private static final Charter CHARTER =
      new Charter(
          /* horizonMillis= */ 60_000,
          /* allowedLatenessMillis= */ 3000,
          /* allowedClockSkewMillis= */ 500,
          Charter.DEFAULT_LEAD_MILLIS);

  @TempDir private Path folder = Path.of("target");

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private static FileLog open(List<Path> transactions, List<Path> labels) {
    return FileLog.open(CHARTER, transactions, labels, Duration.ofMillis(500), Span.ALL);
  }

  private static String label(String id, long millis) {
    return payment(id, millis).replace("}", ",\"fraud\":true}");
  }

  @Test
  void theLogTimeOfALineIsTheNewestEventTimeUpToThere() throws IOException {
    Path one = file("one", payment("a", 1000), payment("b", 3000), "", payment("c", 2000));
    Path two = file("two", payment("d", 1500), payment("e", 2500), payment("f", 4000));
    try (FileLog log = open(List.of(one, two), List.of(file("said", label("a", 1000))))) {
      assertThat(log.reached()).isEqualTo(Floor.UNKNOWN);
      assertThat(rest(log))
          .containsExactly(
              "T0/1 +1000",
              "L2/1 +1500",
              "T1/1 +1500",
              "T1/2 +2500",
              "T0/2 +3000",
              "T0/4 +3000",
              "T1/3 +4000");
      // With the empty one.
      assertThat(log.records()).isEqualTo(8);
    }
  }

  /** Seven lines, of which three may say anything. */
  @Test
  void aLineFarAheadDoesNotCarryTheOthersWithIt() throws IOException {
    Path one =
        file(
            "one",
            payment("a", 1000),
            payment("b", 99_000_000),
            "nothing",
            payment("c", 2000),
            payment("d", 1900),
            payment("e", 3000),
            payment("f", 4000),
            payment("g", 5000));
    try (FileLog log = open(List.of(one), List.of())) {
      assertThat(rest(log))
          .containsExactly(
              "T0/1 +1000",
              "T0/2 +1000",
              "T0/3 +1000",
              "T0/4 +2000",
              "T0/5 +2000",
              "T0/6 +3000",
              "T0/7 +4000",
              "T0/8 +5000");
    }
  }

  @Test
  void linesMayBeLongAndEndAsOnWindows() throws IOException {
    String large = payment("a", 1).replace("}", ",\"more\":\"" + "x".repeat(300_000) + "\"}");
    Path one = folder.resolve("one");
    Files.writeString(one, large + "\r\n" + payment("b", 2) + "\r\n" + large);
    try (FileLog log = open(List.of(one), List.of())) {
      Entry first = Objects.requireNonNull(log.next());
      Entry second = Objects.requireNonNull(log.next());
      assertThat(first.record().value()).hasToString("Payload[" + large.length() + " bytes]");
      assertThat(second.record().value())
          .hasToString("Payload[" + payment("b", 2).length() + " bytes]");
      assertThat(rest(log)).containsExactly("T0/3 +2");
    }
  }

  @Test
  void anUnreadableLineInBetweenIsARecordLikeAnyOther() throws IOException {
    Path one = file("one", "?", payment("a", 5), "{}", payment("b", 6));
    try (FileLog log = open(List.of(one), List.of())) {
      assertThat(rest(log)).containsExactly("T0/1 +5", "T0/2 +5", "T0/3 +5", "T0/4 +6");
    }
  }

  /** So nobody reads it again. */
  @Test
  void aPaymentComesWithWhatWasReadForItsTime() throws IOException {
    Path one = file("one", payment("a", 5), "{}", payment("b", 4));
    try (FileLog log = open(List.of(one), List.of(file("said", label("a", 5))))) {
      List<String> ids = new ArrayList<>();
      for (Entry each = log.next(); each != null; each = log.next()) {
        Parsed parsed = each.parsed();
        ids.add(parsed == null ? "-" : parsed.transaction().id());
        if (each.kind() == Kind.TRANSACTIONS) {
          each.examine(Acceptance.of(CHARTER))
              .match(
                  accepted ->
                      assertThat(accepted.transaction())
                          .isSameAs(Objects.requireNonNull(parsed).transaction()),
                  rejected -> assertThat(parsed).isNull());
        }
      }
      assertThat(ids).containsExactly("a", "-", "b", "-");
    }
  }

  /** One tells when it was said; the others are said half a second after their payments. */
  @Test
  void aLabelMayTellWhenItWasSaid() throws IOException {
    Path payments = file("payments", payment("a", 1000), payment("b", 9000));
    Path labels =
        file(
            "labels",
            label("a", 1000),
            label("a", 1000).replace("}", ",\"labelledAt\":" + (START + 7000) + "}"),
            label("b", 9000).replace("}", ",\"labelledAt\":\"tomorrow\"}"));
    try (FileLog log = open(List.of(payments), List.of(labels))) {
      assertThat(rest(log))
          .containsExactly("T0/1 +1000", "L1/1 +1500", "L1/2 +7000", "T0/2 +9000", "L1/3 +9500");
    }
  }

  @Test
  void tellsThatAFileHasOtherLines() throws IOException {
    Path csv = file("one.txt", "id,user,amount", "1,ada,5.00");
    assertThatThrownBy(() -> open(List.of(csv), List.of()))
        .isInstanceOf(MisuseException.class)
        .hasMessage(
            csv
                + ", line 1: not JSON: byte 3; nor can any of the first 2 lines be read, expected a"
                + " JSON object in each line");
  }

  @Test
  void tellsThatALineIsTooLong() throws IOException {
    Path one = file("one", payment("a", 5), "x".repeat(1_100_000));
    try (FileLog log = open(List.of(one), List.of())) {
      assertThatThrownBy(() -> rest(log))
          .isInstanceOf(MisuseException.class)
          .hasMessage(
              one + ", line 2: has more than 1,048,576 bytes, expected a JSON object in each line");
    }
  }

  @Test
  void tellsThatThereIsNoFileOrNothingInIt() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> open(List.of(missing), List.of()))
        .isInstanceOf(MisuseException.class)
        .hasMessage(missing + ": there is no such file");
    Path empty = file("empty");
    assertThatThrownBy(() -> open(List.of(empty), List.of()))
        .isInstanceOf(MisuseException.class)
        .hasMessage(empty + " is empty");
    assertThatThrownBy(() -> open(List.of(folder), List.of()))
        .isInstanceOf(MisuseException.class)
        .hasMessage(folder + ": is a folder");
    Path one = file("one", payment("a", 5));
    try (FileLog log = open(List.of(one), List.of(empty))) {
      assertThat(rest(log)).containsExactly("T0/1 +5");
    }
  }
}
