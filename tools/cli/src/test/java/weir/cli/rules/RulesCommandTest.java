package weir.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import weir.cli.Weir;
import weir.cli.control.AtAControlTopic;
import weir.local.Topics;
import weir.notice.Notice;

/** The rules of a log by the command line, at a real broker. */
@Tag("slow")
class RulesCommandTest extends AtAControlTopic {
  private static final String BOOK =
      """
      # Größe zählt
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
        - {id: fast, version: 1, kind: count-in-window, severity: high, moreThan: 3, window: 1 min}
      """;

  private static final String LOWER = BOOK.replace("version: 1, kind: a", "version: 2, kind: a");
  private static final String NEXT = LOWER.replace("3500", "3000");

  private static final Pattern STARTED = Pattern.compile("Kafka at ([^,]+),");

  private int rules(String... args) {
    return weir(Stream.concat(Stream.of("rules"), Stream.of(args)).toArray(String[]::new));
  }

  /** The same for the log of this test. */
  private int rulesHere(String... args) {
    return here(Stream.concat(Stream.of("rules"), Stream.of(args)).toArray(String[]::new));
  }

  private String file(String text) throws IOException {
    return file("rules.yaml", text);
  }

  private void announce(String text, String... more) throws IOException {
    assertThat(
            rulesHere(
                Stream.concat(Stream.of("announce", file(text), "--yes"), Stream.of(more))
                    .toArray(String[]::new)))
        .as(err.toString())
        .isZero();
  }

  @Test
  void aFileIsCheckedWithoutABroker() throws IOException {
    assertThat(rules("check", file(BOOK))).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines(file(BOOK) + ": 2 rules, no fault");
    assertThat(rules("check", file(BOOK.replace("3500", "x").replace("high,", "hihg,"))))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "has 2 faults:", "rules.yaml:5:72: rules[1].limit: found 'x'", "did you mean 'high'");
    assertThat(out.toString()).isEmpty();
    assertThat(rules("check", "--json", file(BOOK.replace("3500", "x")))).isEqualTo(2);
    assertThat(out.toString())
        .contains(
            "\"sound\":false,\"faults\":[{\"line\":5,\"column\":72,\"fault\":\"rules[1].limit:");
  }

  /** A changed rule is tried beside the one that stands, and then takes its place. */
  @Test
  void whatIsNewCanBeOnTrialFirst() throws IOException {
    assertThat(rulesHere("announce", file(BOOK), "--shadow", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("--shadow: there is no book yet");
    announce(BOOK);
    announce(
        NEXT.lines().filter(line -> !line.contains("fast")).reduce("", (a, b) -> a + b + "\n"),
        "--shadow");
    assertThat(out.toString())
        .contains("note: the rule fast is not in the file, and stays in force")
        .containsPattern("\\+ high-trial v2: kind amount-over, .*limit 3000, mode shadow")
        .doesNotContain("- fast");
    assertThat(rulesHere("show", "2")).isZero();
    assertThat(out.toString())
        .contains("# Book 1, with rules of another file on trial.", "limit: 3500", "limit: 3000");
    announce(NEXT);
    assertThat(out.toString()).contains("~ high v1 → v2: limit 3500 → 3000", "- high-trial");
  }

  @Test
  void aBackTestIsNoPartOfAnObject() throws IOException {
    assertThat(rulesHere("announce", file(BOOK), "--backtest", "--json", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("--backtest does not go with --json");
  }

  @Test
  void theFirstBookHoldsFromTheBeginningAndALaterOneAfterTheLead() throws IOException {
    assertThat(rulesHere("announce", file(BOOK), "--from=2 h", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("--from: this is the first book of the log");
    announce(BOOK);
    assertThat(out.toString())
        .contains("The first book of this log, 2 rules.", "lead 10 s")
        .contains("Book 1 is announced, and holds from the beginning.");
    announce(NEXT, "--comment=lower", "--author=ann");
    assertThat(out.toString())
        .contains("against book 1, in force from the beginning:")
        .contains("  ~ high v1 → v2: limit 3500 → 3000")
        .containsPattern("Book 2 is announced, in force from \\S+Z, in 10 s\\.");
    assertThat(rulesHere("list")).isZero();
    assertThat(out.toString().lines())
        .hasSize(3)
        .last()
        .asString()
        .matches(" +2  coming +\\S+Z +2  \\S+Z  ann +lower");
    assertThat(rulesHere("list", "--json")).isZero();
    assertThat(out.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"number\":1,\"state\":\"in-force\",\"from\":null,\"until\":\"");
  }

  @Test
  void theFirstBookSettlesFieldsMappingAndKeys() throws IOException {
    String first =
        "fields: {ip: text, bin: {type: text, from: /card/bin}}\n"
            + "mapping: {userId: /customer/id}\nkeys: {card: [bin, merchantId]}\n"
            + BOOK;
    announce(first);
    assertThat(out.toString())
        .contains(
            "and settles for good: horizon 1 min, allowedLateness 1 min, allowedClockSkew 5 s, lead"
                + " 10 s, fields.bin text from /card/bin, fields.ip text, mapping.userId"
                + " /customer/id, keys.card bin, merchantId.");
    announce(NEXT.replace("limit: 3000", "limit: 3000, filter: {ip: x}"));
    assertThat(rulesHere("check", file(first.replace("ip: text", "ip: bool")))).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "rules.yaml:1:14: fields.ip: cannot change from text to bool; the first book has settled"
                + " it for this log");
    assertThat(rulesHere("announce", "--yes", file("keys: {}\n" + NEXT))).isEqualTo(2);
    assertThat(err.toString()).contains("keys: 'card' cannot change from bin, merchantId to none");
    assertThat(end()).isEqualTo(2);
  }

  @Test
  void whatChangesNothingIsNotWritten() throws IOException {
    announce(BOOK);
    assertThat(rulesHere("announce", file(BOOK.replace("1 min", "60 s")))).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines("Nothing changes: book 1 says the same. Nothing was written.");
    assertThat(rulesHere("announce", file(BOOK), "--json")).isZero();
    assertThat(out.toString()).startsWith("{\"announced\":false,\"number\":null,\"from\":null,");
    assertThat(end()).isEqualTo(1);
  }

  @Test
  void withoutATerminalAYesMustBeGiven() throws IOException {
    assertThat(rulesHere("announce", file(BOOK))).isEqualTo(2);
    assertThat(err.toString()).contains("nothing was written", "--yes");
    announce(BOOK);
    announce(NEXT, "--from=2 h");
    assertThat(rulesHere("cancel", "2")).isEqualTo(2);
    assertThat(end()).isEqualTo(2);
  }

  @Test
  void aBookThatCannotFollowIsRefusedWithEveryFault() throws IOException {
    announce(BOOK);
    String wrong =
        "lead: 5 s\n" + BOOK.replace("3500", "3000").replace("moreThan: 3", "moreThan: 9");
    for (String command : List.of("check", "announce")) {
      assertThat(rulesHere(command, file(wrong))).isEqualTo(2);
      assertThat(err.toString())
          .contains("has 3 faults:", "rules.yaml:1:7: lead: ", "cannot change from 10 s to 5 s")
          .contains(
              "rules.yaml:6:",
              "rule 'high' has changed",
              "rules.yaml:7:",
              "rule 'fast' has changed");
    }
    assertThat(end()).isEqualTo(1);
  }

  @Test
  void aBookIsShownExactlyAndComparedByRule() throws IOException {
    announce(BOOK);
    announce(NEXT);
    assertThat(rulesHere("show", "1")).isZero();
    assertThat(out.toString()).isEqualTo(BOOK);
    assertThat(rulesHere("show", "now")).isZero();
    assertThat(out.toString()).isEqualTo(BOOK);
    assertThat(rulesHere("show", "2", "--json")).isZero();
    assertThat(out.toString())
        .startsWith("{\"number\":2,\"state\":\"coming\",")
        .contains("\"book\":\"# Größe zählt\\nallowedLateness:");
    assertThat(rulesHere("diff", "2", "1")).isZero();
    assertThat(out.toString())
        .isEqualToIgnoringNewLines("from book 2 to book 1:  ~ high v2 → v1: limit 3000 → 3500");
    assertThat(rulesHere("diff", "1", "2", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"before\":1,\"after\":2")
        .contains("{\"name\":\"limit\",\"before\":\"3500\",\"after\":\"3000\"}");
    assertThat(rulesHere("diff", "1", "3")).isEqualTo(2);
    assertThat(err.toString()).startsWith("weir: there is no book 3; the last one is 2");
  }

  @Test
  void aBookIsCancelledWhileItIsComing() throws IOException {
    announce(BOOK);
    announce(NEXT, "--from=2 h");
    assertThat(rulesHere("cancel", "2", "--yes", "--comment=wrong")).isZero();
    assertThat(out.toString())
        .contains("Book 2 (2 rules from ", "will not come into force; book 1 holds then.")
        .contains("Book 2 is cancelled.");
    assertThat(rulesHere("cancel", "2", "--yes")).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("weir: book 2 is cancelled already");
    announce(NEXT);
    assertThat(rulesHere("cancel", "3", "--yes")).isEqualTo(1);
    assertThat(err.toString()).contains("so soon that", "announce it again: ./weir rules show N");
    announce(NEXT.replace("3000", "2000").replace("version: 2", "version: 3"), "--from=3 h");
    assertThat(rulesHere("cancel", "4", "--yes", "--json")).isZero();
    assertThat(out.toString())
        .startsWith("{\"cancelled\":4,\"from\":\"")
        .contains("\"instead\":3}");
  }

  @Test
  void aBookBeforeOthersSaysWhoTakesOver() throws IOException {
    announce(BOOK);
    announce(NEXT, "--from=2 h");
    announce(
        BOOK.replace("moreThan: 3", "moreThan: 5")
            .replace("id: fast, version: 1", "id: fast, version: 2"));
    assertThat(out.toString())
        .contains("against book 1", "fast v1 → v2: moreThan 3 → 5")
        .containsPattern("Book 3 is announced, .* Book 2 takes over at ");
  }

  @Test
  void aMomentIsKept() throws IOException {
    announce(BOOK);
    String hour = Instant.now().plusSeconds(7200).toString().substring(0, 13);
    announce(NEXT, "--json", "--from=" + hour + ":30:00Z");
    assertThat(out.toString())
        .startsWith(
            "{\"announced\":true,\"number\":2,\"from\":\"" + hour + ":30:00.000Z\",\"against\":1,");
  }

  @Test
  void whatStrangersWroteIsNoNoticeAndCannotSteerTheTerminal() throws Exception {
    announce(BOOK);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(control.name(), new byte[] {1, 2, 3})).get();
    }
    control.announce(new Notice.Book("\u001B[31mred", "\u202Eevil", null, NEXT));
    assertThat(rulesHere("list")).isZero();
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).contains("\uFFFD[31mred", "\uFFFDevil").doesNotContain("\u001B");
  }

  @Test
  void beforeAnythingIsAnnouncedThatIsSaid() {
    assertThat(rulesHere("list")).isZero();
    assertThat(out.toString()).startsWith("Nothing is announced yet");
    assertThat(rulesHere("list", "--json")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(rulesHere("show", "now")).isEqualTo(1);
    assertThat(err.toString()).startsWith("weir: nothing is announced yet");
  }

  @Test
  void aTopicThatIsNotThereOrCannotBeItIsNamed() {
    String servers = "--bootstrapServers=" + servers();
    assertThat(rules("list", servers, "--topic=elsewhere")).isEqualTo(1);
    assertThat(err.toString())
        .contains("has no control topic 'elsewhere.control'", "./weir broker", "--controlTopic")
        .doesNotContain("\n\tat");
    Topics.usual(3, true).create(client);
    assertThat(rules("list", servers, "--control-topic=fraud-alerts")).isEqualTo(1);
    assertThat(err.toString()).contains("'fraud-alerts' has 3 partitions, expected 1");
    assertThat(rules("list", "--bootstrapServers=127.0.0.1:9")).isEqualTo(1);
    assertThat(err.toString()).startsWith("weir: No Kafka broker answers at 127.0.0.1:9");
  }

  @Test
  void aBrokerOfWeirHasRoomForRules() throws InterruptedException {
    StringWriter said = new StringWriter();
    CommandLine broker = Weir.commandLine();
    broker.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    // What it starts goes with this JVM.
    Thread thread = new Thread(() -> broker.execute("broker", "--port=0"), "broker");
    thread.setDaemon(true);
    thread.start();
    Matcher started = STARTED.matcher(said.toString());
    while (!started.find()) {
      Thread.sleep(50);
      started = STARTED.matcher(said.toString());
    }
    assertThat(rules("list", "--bootstrapServers=" + started.group(1))).isZero();
    assertThat(out.toString()).startsWith("Nothing is announced yet");
    thread.interrupt();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lsit             | Unknown command 'lsit'. Did you mean 'list'?
          show             | Missing required parameter: 'N'
          show 0           | N: '0' is no book, expected its number, or 'now' for the one in force
          show 12345678901234567890 | N: '12345678901234567890' is no book, expected its number, or 'now' for the one in force
          diff 1 nwo       | M: 'nwo' is no book, expected its number, or 'now' for the one in force
          announce f --fron=1 | Unknown option '--fron'. Did you mean '--from'?
          announce f --from=yesterday | --from: 'yesterday' is no time, expected one such as 2026-12-24T18:00:00Z, 2026-12-24T19:00+01:00, or a length of time from now such as 2 h
          announce f --from=2020-01-01T00:00:00Z | --from: '2020-01-01T00:00:00Z' is past, and what has been judged keeps its answers; leave it out for as soon as possible
          announce f --from=+12000-01-01T00:00:00Z | --from: '+12000-01-01T00:00:00Z' is no moment between 1970 and 9999
          announce f --from=999999999d | --from: '999999999d' is no moment between 1970 and 9999
          announce /no/such | /no/such: there is no such file, expected a rule book in YAML
          check /          | /: is a folder, expected a rule book in YAML
          """)
  void misuseIsSaidInOneLine(String line, String message) {
    assertThat(rules(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines().findFirst()).contains("weir: " + message);
    assertThat(err.toString()).contains("--help").doesNotContain("\tat ");
  }

  @Test
  void aLongCommentIsRefusedBeforeAnybodyIsAsked() throws IOException {
    assertThat(rulesHere("announce", file(BOOK), "--comment=" + "x".repeat(1001))).isEqualTo(2);
    assertThat(err.toString()).contains("--comment: has 1001 characters, expected at most 1000");
  }

  @ParameterizedTest
  @CsvSource({"check", "announce", "list", "show", "diff", "cancel"})
  void everyCommandHasHelp(String command) {
    assertThat(rules(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: weir rules " + command, "./weir rules " + command);
  }
}
