package weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.Printable;

/** What the command line says, and the exit code that goes with it. */
class WeirTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int weir(String... args) {
    CommandLine weir = Weir.commandLine();
    weir.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return weir.execute(args);
  }

  /** A line that help breaks cannot be copied. */
  @Test
  void examplesInHelpFitIntoALine() {
    assertThat(andItsOwn(Weir.commandLine()))
        .flatMap(each -> List.of(each.getCommandSpec().usageMessage().footer()))
        .filteredOn(line -> line.startsWith("  "))
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  private static Stream<CommandLine> andItsOwn(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(WeirTest::andItsOwn));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demoo             | Unknown command 'demoo'. Did you mean 'demo'?
          bnech             | Unknown command 'bnech'. Did you mean 'bench'?
          xyzzyx            | Unknown command 'xyzzyx'.
          read              | Missing required parameter: 'TOPIC'
          read a b          | Unexpected argument 'b'.
          read a --bootstrapServers=here | --bootstrapServers: 'here' is not HOST:PORT, such as localhost:9092
          run --runner=flnk | --runner: no runner 'flnk', expected direct, flink or spark
          produce --rat=5   | Unknown option '--rat'. Did you mean '--rate'?
          produce --rate=0  | --rate: '0' is no rate, expected a number over 0 such as 50, or 10..100
          produce --rate=NaN | --rate: 'NaN' is no rate, expected a number over 0 such as 50, or 10..100
          produce --users=0 | --users must be at least 1, found 0
          produce --late=2  | --late must be from 0 to 1, found 2
          produce --late=0.7 --future=0.7 | --out-of-order, --late, --duplicates, --future and --malformed must not be more than 1 together
          produce --count=-1 | --count must be at least 1, found -1
          produce --duration=soon | --duration: 'soon' is no length of time, expected one such as 30s, 10min or 6h
          produce --start=yesterday | --start: 'yesterday' is no moment between 1970 and 9999, such as 2026-01-01T00:00:00Z
          produce --start=+999999999-12-31T23:59:59Z | --start: '+999999999-12-31T23:59:59Z' is no moment between 1970 and 9999, such as 2026-01-01T00:00:00Z
          produce --users=x | --users: 'x' is not a whole number
          produce --seed=x  | --seed: 'x' is not a whole number
          produce --to=/no/such/folder/x | --to: there is no folder /no/such/folder
          produce --kafkaProperties=/no/such | --kafkaProperties: /no/such is not a readable properties file
          broker --port=99999 | --port must be at most 65535, found 99999
          broker --partitions=0 | --partitions must be at least 1, found 0
          cluster flink --workers=0 | --workers must be at least 1, found 0
          cluster flnk      | ENGINE: no runner 'flnk', expected flink or spark
          cluster direct    | ENGINE: expected flink or spark
          drain --rounds=2  | There is no command 'drain' any more: use ./weir bench drain.
          demo --bogus      | Unknown option '--bogus'.
          demo --seconds=-5 | --seconds must be at least 1, found -5
          demo --rate=abc   | --rate: 'abc' is no rate, expected a number over 0 such as 50, or 10..100
          demo --rate=-1    | --rate: '-1' is no rate, expected a number over 0 such as 50, or 10..100
          demo --users=0    | --users must be at least 1, found 0
          demo --page-port=-2 | --page-port must be at least 0, found -2
          demo --port=7001 --page-port=7001 | --port and --page-port are both 7001
          demo --rules=/no/such | --rules: there is no file /no/such
          demo --scenario=/  | --scenario: / is a folder, expected a file
          users adda ada    | WHAT: found 'adda', expected one of add, list, role, password, remove, link, token, tokens, untoken, audit
          users add --passwordFile=/no/such | --passwordFile: there is no file /no/such
          score --labels-from=/no/such | --labels-from: there is no file /no/such
          """)
  void misuseIsSaidInOneLineAndPointsToTheHelp(String line, String message) {
    assertThat(weir(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines().findFirst()).contains("weir: " + message);
    assertThat(err.toString()).contains("--help").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "rules",
        "models",
        "list",
        "snooze",
        "produce",
        "alerts",
        "score",
        "read",
        "broker",
        "postgres",
        "users",
        "lake",
        "replay",
        "tables"
      })
  void everyCommandHasHelp(String command) {
    assertThat(weir(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: weir " + command).contains("./weir " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker --port", "postgres --port", "demo --port", "demo --page-port"})
  void aPortInUseIsSaidInOneLine(String line) throws IOException {
    Set<Path> before = temporary();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(weir((line + "=" + taken.getLocalPort()).split(" "))).isEqualTo(1);
    }
    assertThat(err.toString().lines()).singleElement().asString().endsWith("is in use");
    assertThat(temporary()).isEqualTo(before);
  }

  @Test
  void aDemoLooksAtItsRulesBeforeItStartsAnything(@TempDir Path folder) throws IOException {
    Set<Path> before = temporary();
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "rules: nonsense");
    assertThat(weir("demo", "--rules=" + rules)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("weir: " + rules + " has 3 faults:")
        .contains(rules + ":1:8: rules: found no list");
    assertThat(temporary()).isEqualTo(before);
  }

  /** Folders of demos, which nobody else makes while this test runs. */
  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("weir-demo-"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void whoeverNamesNoCommandIsToldWhichThereAre() {
    assertThat(weir()).isZero();
    assertThat(out.toString()).contains("  demo  ", "  produce  ", "  package  ", "  bench  ");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() {
    assertThat(weir("read", "transactions", "--bootstrapServers=127.0.0.1:9")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("weir: No Kafka broker answers at 127.0.0.1:9");
  }

  @Test
  void aFileForTheFolderOfADatabaseIsSaidInOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(weir("postgres", "--port=0", "--data=" + file)).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().endsWith("file is a file");
  }

  @Test
  void whatIsProducedIsReadInWholeAndCounted() {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(3, true).create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
      String servers = "--bootstrap-servers=" + kafka.bootstrapServers();
      assertThat(weir("produce", servers, "--count=120", "--rate=1000", "--users=9")).isZero();
      assertThat(out.toString()).startsWith("120 transactions, ");
      out.getBuffer().setLength(0);
      assertThat(weir("read", servers, "transactions")).isZero();
      assertThat(out.toString().lines()).hasSize(120).allMatch(line -> line.startsWith("{\"tra"));
      assertThat(err.toString()).isEqualToIgnoringNewLines("120 records in transactions");
      assertThat(weir("read", servers, "transaction")).isEqualTo(1);
      assertThat(err.toString()).contains("has no topic 'transaction'");
    }
  }

  @Test
  void aFileGetsTheBytesThatATopicGets(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("day.jsonl");
    String[] fast = {"produce", "--as-fast-as-possible", "--rate=1", "--count=5000", "--hostile"};
    assertThat(weir(with(with(fast, "--to=" + file), "--census"))).isZero();
    assertThat(out.toString())
        .contains("compromised-merchant  fraud")
        .contains("% of all payments");
    List<String> labels = Files.readAllLines(folder.resolve("day.labels.jsonl"));
    assertThat(labels).hasSizeGreaterThan(100).allMatch(line -> line.contains("\"campaignId\""));
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, false).create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
      String servers = "--bootstrap-servers=" + kafka.bootstrapServers();
      assertThat(weir(with(fast, servers))).isZero();
      out.getBuffer().setLength(0);
      assertThat(weir("read", servers, "transactions")).isZero();
      assertThat(out.toString().lines()).isEqualTo(Files.readAllLines(file));
      out.getBuffer().setLength(0);
      assertThat(weir("read", servers, "transactions.labels")).isZero();
      assertThat(out.toString().lines()).isEqualTo(labels);
      out.getBuffer().setLength(0);
      assertThat(weir("score", servers)).isZero();
      assertThat(out.toString()).contains("card-testing").contains("0.0 %");
      out.getBuffer().setLength(0);
      assertThat(weir("score", servers, "--json", "--labels-from=" + file)).isEqualTo(1);
      assertThat(err.toString()).contains("weir: there are no labels to compare with");
      assertThat(weir("score", servers, "--json")).isZero();
      assertThat(out.toString()).startsWith("{\"rules\":[],\"attacks\":[{\"kind\":");
    }
  }

  @Test
  void simulatedTimeIsNotForATopicWithTheBrokersClock() {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
      String servers = "--bootstrap-servers=" + kafka.bootstrapServers();
      assertThat(weir("produce", servers, "--as-fast-as-possible", "--count=5")).isEqualTo(1);
      assertThat(err.toString()).contains("LogAppendTime").contains("./weir broker --replay");
    }
  }

  private static String[] with(String[] arguments, String another) {
    return Stream.concat(Stream.of(arguments), Stream.of(another)).toArray(String[]::new);
  }

  @Test
  void whatStrangersWriteCannotSteerTheTerminal() {
    String hostile = "\u001B[31mred\u0007\n\u202Eevil é 用";
    assertThat(Printable.text(hostile).getBytes(StandardCharsets.UTF_8))
        .isEqualTo("\uFFFD[31mred\uFFFD\uFFFD\uFFFDevil é 用".getBytes(StandardCharsets.UTF_8));
  }
}
