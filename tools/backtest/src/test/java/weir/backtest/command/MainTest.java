package weir.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.contract.ShortWindows;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.Oracle;

/** The command as people type it, over files. */
class MainTest {
  private static final long START = 1_772_323_200_000L;
  private static final int PAYMENTS = 600;
  private static Path folder = Path.of("");

  /** A payment a second of some users, and a label on every tenth. */
  @BeforeAll
  static void world(@TempDir Path folder) throws IOException {
    MainTest.folder = folder;
    List<String> payments = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < PAYMENTS; i++) {
      payments.add(payment(i) + "}");
      if (i % 10 == 0) {
        labels.add(payment(i) + ",\"fraud\":" + (i % 30 == 0) + "}");
      }
    }
    Files.write(folder.resolve("payments.jsonl"), payments);
    Files.write(folder.resolve("payments.labels.jsonl"), labels);
    Files.writeString(folder.resolve("old.yaml"), ShortWindows.RULES);
    Files.writeString(folder.resolve("new.yaml"), tried());
  }

  private static String tried() {
    return ShortWindows.RULES.replace("limit: 5000}", "limit: 80}").replace("{id: sum", "{id: add");
  }

  private static String payment(int number) {
    return String.format(
        "{\"transactionId\":\"t%d\",\"userId\":\"u%d\",\"timestamp\":%d,\"amount\":%d.50,"
            + "\"currency\":\"EUR\"",
        number, number % 17, START + number * 1000L, number % 100);
  }

  /** What a command said, and how it ended. */
  record Said(int exit, String out, String err) {}

  private static Said backtest(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("backtest"));
    all.addAll(List.of(args));
    int exit =
        Main.run(
            all,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Said backtestFiles(String... more) {
    List<String> all = new ArrayList<>();
    all.add("--log=" + file("payments.jsonl"));
    all.add("--labels=" + file("payments.labels.jsonl"));
    all.addAll(List.of(more));
    return backtest(all.toArray(new String[0]));
  }

  @Test
  void comparesTwoBooks() {
    Said said = backtestFiles("--rules=" + file("new.yaml"), "--against=" + file("old.yaml"));
    assertThat(said.exit()).as(said.err()).isZero();
    // Of a hundred payments nineteen are over 80, and 80.50 too.
    assertThat(said.out())
        .contains(
            "new.yaml, beside ", "600 payments of ", "60 labels; 20 of the payments are frauds")
        .containsPattern("dear +live +0 +120 .* 120 +0 +0")
        .containsPattern("add +live +– +\\d+")
        .containsPattern("sum +live +\\d+ +–")
        .contains("precision", "recall", "false alarms a fraud", "money in frauds")
        .contains("added by dear, 3 of 120:", "over the limit of 80")
        .contains("live alerts a day: before ");
    assertThat(said.out().lines().filter(line -> !line.contains(folder.toString())))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void replaysOneBook() {
    Said said = backtestFiles("--rules=" + file("new.yaml"), "--examples=0");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("new.yaml, with nothing to compare with")
        .containsPattern("dear +live +120 +")
        .doesNotContain("added", "→", "over the limit of");
  }

  /** Byte for byte what the topic of alerts would have in the end. */
  @Test
  void writesTheAlertsThatStand() throws IOException {
    Said said =
        backtestFiles("--rules=" + file("new.yaml"), "--write-alerts=" + file("alerts.jsonl"));
    assertThat(said.exit()).as(said.err()).isZero();
    RuleBook book = RuleBookReader.parse("new", tried());
    List<LogRecord> log = new ArrayList<>();
    for (String each : Files.readAllLines(folder.resolve("payments.jsonl"))) {
      log.add(
          new LogRecord(
              new LogPosition(0, log.size(), START + log.size() * 1000L),
              /* key= */ null,
              new Payload(each.getBytes(StandardCharsets.UTF_8))));
    }
    SortedMap<String, String> expected =
        new TreeMap<>(Oracle.answer(book, "payments", log).alerts());
    assertThat(Files.readAllLines(folder.resolve("alerts.jsonl")))
        .hasSizeGreaterThan(120)
        .containsExactlyElementsOf(expected.values());
  }

  @Test
  void aSpanIsCounted() {
    Said said =
        backtestFiles(
            "--rules=" + file("new.yaml"),
            "--from=2026-03-01T00:01:40Z",
            "--to=2026-03-01T00:05:00Z");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("2026-03-01T00:01:40Z to 2026-03-01T00:04:59Z", "200 payments of")
        .containsPattern("dear +live +40 +");
  }

  @Test
  void triesSeveralValues() {
    Said said = backtestFiles("--rules=" + file("old.yaml"), "--vary=dear.limit=60..90/10");
    assertThat(said.exit()).as(said.err()).isZero();
    // Of a hundred payments 40, 30, 20 and 10 are that high, and each is live.
    assertThat(said.out())
        .contains("limit of the rule dear in ", "600 payments of ", "*: as it stands")
        .containsPattern("limit +alerts +a day +users +only it +all rules +precision +recall")
        .containsPattern("\n60 +240 +")
        .containsPattern("\n70 +180 +")
        .containsPattern("\n80 +120 +")
        .containsPattern("\n90 +60 +")
        .containsPattern("\n5000 \\* +0 +")
        .containsPattern("\nthe best by f1: limit=\\d+, with 0\\.\\d+\n")
        .containsPattern("money in frauds +EUR caught +missed");
    assertThat(said.out().lines().filter(line -> !line.contains(folder.toString())))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void severalValuesAreAlsoAPageAndJson() throws IOException {
    Said said =
        backtestFiles(
            "--rules=" + file("old.yaml"),
            "--vary=dear.limit=60..90/10",
            "--goal=recall",
            "--report=" + file("sweep.html"),
            "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .hasLineCount(1)
        .contains("\"parameter\":\"limit\"", "\"best\":\"60\"", "\"alerts\":240");
    assertThat(Files.readString(folder.resolve("sweep.html")))
        .contains("limit of the rule dear", "The best by recall is 60");
  }

  @Test
  void aMisspeltRuleIsRefused() {
    Said said = backtestFiles("--rules=" + file("old.yaml"), "--vary=deer.limit=60..90/10");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("has no rule 'deer'; did you mean 'dear'?");
  }

  @Test
  void whatDoesNotGoWithAnEngineIsRefused() {
    Said files = backtestFiles("--rules=" + file("new.yaml"), "--runner=flink");
    assertThat(files.exit()).isEqualTo(2);
    assertThat(files.err()).contains("--runner judges lakes, and ", " is a file: name a lake");
    for (String option : List.of("--vary=dear.limit=60..90/10", "--sample-users=10%")) {
      Said lake = backtest("--lake=" + folder, "--runner=flink", option);
      assertThat(lake.exit()).isEqualTo(2);
      assertThat(lake.err())
          .contains(option.substring(0, option.indexOf('=')) + " does not go with --runner");
    }
    Said other = backtest("--lake=" + folder, "--runner=spark", "--flinkMaster=here:1");
    assertThat(other.err()).contains("--flinkMaster goes with --runner=flink");
    for (String option : List.of("--into=x", "--flinkMaster=here:1")) {
      assertThat(backtestFiles(option).exit()).isEqualTo(2);
    }
    assertThat(backtestFiles("--", "--parallelism=2").err())
        .contains("--parallelism=2 is for the jobs of --runner");
    assertThat(backtestFiles("parallel").err()).contains("'parallel' is no option");
    assertThat(backtestFiles("--runner=fast").err())
        .contains("no runner 'fast', expected direct, flink or spark");
  }

  @Test
  void aWrongShareIsRefused() {
    Said said = backtestFiles("--sample-users=0.1");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("'0.1' is no share of the users", "such as 10%");
  }

  @Test
  void aConditionThatHoldsEndsWithThree() {
    String[] sides = {"--rules=" + file("new.yaml"), "--against=" + file("old.yaml")};
    Said fine = backtestFiles(sides[0], sides[1], "--fail-if=dear.removed > 0");
    assertThat(fine.exit()).as(fine.err()).isZero();
    assertThat(fine.err()).isEmpty();
    Said fails =
        backtestFiles(
            sides[0], sides[1], "--fail-if=dear.removed > 0", "--fail-if=dear.added > 100");
    assertThat(fails.exit()).isEqualTo(3);
    assertThat(fails.err()).contains("dear.added > 100", "dear.added is 120").hasLineCount(1);
    Said wrong = backtestFiles(sides[0], sides[1], "--fail-if=deer.added > 100");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("deer").contains("did you mean");
  }

  @Test
  void theAnswerIsAlsoAPageAndJson() throws IOException {
    String rules = "--rules=" + file("new.yaml");
    Said said =
        backtestFiles(rules, "--report=" + file("answer.html"), "--json=" + file("answer.json"));
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("600 payments of ");
    assertThat(Files.readString(folder.resolve("answer.html"))).contains("<html", "dear");
    String json = Files.readString(folder.resolve("answer.json"));
    assertThat(json).startsWith("{").contains("\"payments\":600").hasLineCount(1);
    Said printed = backtestFiles(rules, "--json");
    assertThat(printed.out()).isEqualTo(json);
    for (String option : List.of("--report", "--json")) {
      Said nowhere = backtestFiles(rules, option + "=" + file("none/answer"));
      assertThat(nowhere.exit()).isEqualTo(2);
      assertThat(nowhere.err()).contains(option, "there is no folder");
    }
  }
}
