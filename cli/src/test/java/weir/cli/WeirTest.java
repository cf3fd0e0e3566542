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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense          | Unmatched argument at index 0: 'nonsense'
          read              | Missing required parameter: 'TOPIC'
          run --runner=flnk | Invalid value for option '--runner': no runner 'flnk', expected direct, flink or spark
          produce --rate=0  | Invalid value for option '--rate': '0' is no rate, expected a number over 0 such as 50, or 10..100
          produce --users=0 | --users must be at least 1
          produce --late=2  | --late must be a share from 0 to 1
          produce --count=-1 | --count must be at least 0
          produce --duration=soon | Invalid value for option '--duration': 'soon' is no length of time, expected one such as 30s, 10min or 6h
          produce --users=x | Invalid value for option '--users': 'x' is not an int
          demo --bogus      | Unknown option: '--bogus'
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
        "produce",
        "alerts",
        "score",
        "read",
        "broker",
        "postgres",
        "drain",
        "lake",
        "replay"
      })
  void everyCommandHasHelp(String command) {
    assertThat(weir(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: weir " + command).contains("./weir " + command);
  }

  @Test
  void aPortInUseIsSaidInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(weir("broker", "--port=" + taken.getLocalPort())).isEqualTo(1);
    }
    assertThat(err.toString().lines()).singleElement().asString().endsWith("is in use");
  }

  @Test
  void aFileForTheFolderOfADatabaseIsSaidInOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(weir("postgres", "--port=0", "--data=" + file)).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().endsWith("file is a file");
  }

  @Test
  void aMissingPropertiesFileIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("none.properties");
    assertThat(weir("read", "t", "--kafka-properties=" + missing)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("weir: " + missing + " is not a readable properties file");
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
    assertThat(weir(with(fast, "--to=" + file))).isZero();
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
