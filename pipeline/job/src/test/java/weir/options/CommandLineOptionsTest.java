package weir.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** What a command line may say, and in which words it is told that it cannot be followed. */
class CommandLineOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--delivery=twice | --delivery: 'twice' is not one of at-least-once, exactly-once",
        "--readBatch=x | --readBatch: found 'x', expected a whole number of at least 1",
        "--readBatch=0 | --readBatch: found '0', expected a whole number of at least 1",
        "--readBatch=-5 | --readBatch: found '-5', expected a whole number of at least 1",
        "--readBatch=99999999999 | --readBatch: found '99999999999', expected a whole number of at least 1",
        "--readBatch | --readBatch needs a value: --readBatch=...",
        "--rules= | --rules needs a value: --rules=...",
        "--metricsPort=0 | --metricsPort: found '0', expected a whole number from 1 to 65535",
        "--console=maybe | --console: found 'maybe', expected true or false",
        "--targetParallelism=x | --targetParallelism: found 'x', expected a whole number",
        "--inputTopicc=x | unknown option --inputTopicc; did you mean --inputTopic? (see --help)",
        "--inputtopic=x | unknown option --inputtopic; did you mean --inputTopic? (see --help)",
        "--bogus=1 | unknown option --bogus (see --help)",
        "--jdbcPatience=5 | unknown option --jdbcPatience; it is called --patience now, and is for Kafka too (see --help)",
        "inputTopic=x | found 'inputTopic=x', expected --option=value (see --help)"
      })
  void whatCannotBeIsSaidInOneSentence(String arg, String sentence) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> CommandLineOptions.parse(new String[] {arg}))
        .withMessage(sentence);
  }

  @Test
  void anOptionIsGivenOnce() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> CommandLineOptions.parse(new String[] {"--readBatch=1", "--readBatch=2"}))
        .withMessage("--readBatch is given twice");
  }

  @Test
  void choicesAreTakenAsPeopleWriteThem() {
    WeirOptions options =
        CommandLineOptions.parse(
            new String[] {"--startFrom=committed-minus-horizon", "--delivery=EXACTLY_ONCE"});
    assertThat(options.getStartFrom()).isEqualTo(StartFrom.COMMITTED_MINUS_HORIZON);
    assertThat(options.getDelivery()).isEqualTo(Delivery.EXACTLY_ONCE);
  }

  @Test
  void whatIsGivenGoesBeforeTheDefaultsOfAnEngine() {
    WeirOptions options =
        CommandLineOptions.parse(
            new String[] {"--readBatch=7", "--console"}, "--readBatch=50", "--consumerGroup=other");
    assertThat(options.getReadBatch()).isEqualTo(7);
    assertThat(options.getConsumerGroup()).isEqualTo("other");
    assertThat(options.getConsole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "10 min, 600", "1 s, 1", "24 d, 2073600"})
  void patienceIsSecondsOrALengthOfTime(String text, long seconds) {
    assertThat(patience(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void patienceIsTenMinutesUnlessItIsGiven() {
    assertThat(OptionValues.patience(CommandLineOptions.parse(new String[0])))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, such as 30 s or 5 min",
    "soon, such as 30 s or 5 min",
    "0, from 1 s to 24 d",
    "999 ms, from 1 s to 24 d",
    "25 d, from 1 s to 24 d"
  })
  void otherPatienceIsNone(String text, String expected) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> patience(text))
        .withMessageStartingWith("--patience: found '" + text + "', expected a ")
        .withMessageEndingWith(expected);
  }

  private static Duration patience(String text) {
    return OptionValues.patience(CommandLineOptions.parse(new String[] {"--patience=" + text}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"localhost", "localhost:0", "localhost:65536", "a:1,,b:2", "a:1 b:2", "''"})
  void serversAreHostsAndPorts(String servers) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> OptionValues.checkServers("bootstrapServers", servers))
        .withMessageContaining("host:port");
  }

  @Test
  void serversMayBeSeveral() {
    OptionValues.checkServers("bootstrapServers", "a:1, [::1]:9092,broker.example.org:65535");
  }

  @Test
  void helpTellsTheDefaultsOfTheEngine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OptionHelp.print(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        CommandLineOptions.parse(new String[0], "--readBatch=50"));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--readBatch (default: 50)\n", "--patience (default: 10 min)\n")
        .doesNotContain("Interface", "weir.");
  }

  @Test
  void aPortThatIsTakenIsToldAtTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> OptionValues.checkIsFree("metricsPort", port))
          .withMessage("--metricsPort: port " + port + " is in use; choose another one");
    }
  }
}
