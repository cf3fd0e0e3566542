package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.failure.MisuseException;

/** What docs/own-data.md shows is what happens. */
class OwnDataPageTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```[a-z]*\n(.*?)^ *```");

  @TempDir private Path folder = Path.of("target");

  /** The first block of the page that has a text in it. */
  private static String block(String with) throws IOException {
    Matcher block = FENCED.matcher(Files.readString(Path.of("../../docs/own-data.md")));
    while (block.find()) {
      if (block.group(1).contains(with)) {
        return block.group(1).stripTrailing().stripIndent() + "\n";
      }
    }
    throw new AssertionError("no block with " + with);
  }

  private static FileLog open(Charter charter, Path payments, Path... labels) {
    return FileLog.open(charter, List.of(payments), List.of(labels), Duration.ZERO, Span.ALL);
  }

  @Test
  void aStrangersFileIsRefusedAndThenRead() throws IOException {
    Path payments = Files.writeString(folder.resolve("payments.csv"), block("p-1001,c-17"));
    String said = block("there is no column");
    assertThatThrownBy(() -> open(RuleBookReader.readDefault().charter(), payments))
        .isInstanceOf(MisuseException.class)
        .hasMessage(
            said.substring(said.indexOf("\n\n") + 2)
                .strip()
                .replace("payments.csv", payments.toString()));
    Charter charter =
        RuleBookReader.parse("my-rules.yaml", block("ip: text") + RuleBookReader.defaultText())
            .charter();
    String labels =
        block("p-1002,c-23,2026-03-01 08:15:40,true")
            .replace("transactionId,userId,timestamp", "payment_id,customer,paid_at");
    try (FileLog log =
        open(charter, payments, Files.writeString(folder.resolve("chargebacks.csv"), labels))) {
      assertThat(SmallRecords.rest(log))
          .containsExactly("T0/1 +29702000", "T0/2 +29740000", "L1/1 +" + 18 * 86_400_000L);
    }
  }
}
