package weir.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import weir.coders.DeadLetterCoder;
import weir.form.AlertJson;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.oracle.Samples;

class ToConsoleTest {
  private static final Rejected REJECTED =
      new Rejected(
          RejectReason.LATE,
          "why\u001B[31m",
          new LogPosition(3, 7, 1_767_225_600_000L),
          new Payload(new byte[0]));

  @Test
  void aLineForEachThatCannotSteerTheTerminal() {
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    pipeline
        .apply(Create.of(new DeadLetter("payments", REJECTED)).withCoder(DeadLetterCoder.of()))
        .apply(ToConsole.deadLetters());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      pipeline.run().waitUntilFinish();
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .contains("2026-01-01T00:00:00Z  late  payments partition 3 offset 7  why\uFFFD[31m");
  }

  @Test
  void anAlertThatFlagsNothingSaysSo() throws IOException {
    String json = new String(AlertJson.write(Samples.ALERT), StandardCharsets.UTF_8);
    String snoozed = json.replace("\"mode\":\"live\"", "\"mode\":\"snoozed\"");
    assertThat(ToConsole.line(AlertJson.read(snoozed.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("1970-01-01T00:00:00.005Z  snoozed  rule  u  why");
    assertThat(ToConsole.line(Samples.ALERT))
        .isEqualTo("1970-01-01T00:00:00.005Z  high  rule  u  why");
  }
}
