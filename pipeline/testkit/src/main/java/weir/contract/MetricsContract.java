package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.learn.Histogram;
import weir.learn.Model;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.Answers;
import weir.oracle.ExpectedMeters;
import weir.oracle.HostileLog;
import weir.oracle.HostileSettings;
import weir.oracle.NoticeLetters;
import weir.oracle.Oracle;
import weir.oracle.SmallModels;
import weir.rules.Models;

/**
 * What Prometheus must find while an engine runs the job: the pipeline's counts, under the same
 * names on each engine after the relabelling of prometheus.yml, and every metric that the board
 * shows.
 */
@Tag("slow")
public abstract class MetricsContract {
  private static final String CONTROL = "transactions.control";
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern NAME = Pattern.compile("\\b(?:weir|flink|spark)_\\w+");
  private static final Pattern ENDS_IN_LABEL =
      Pattern.compile("(alerts-raised|alerts-withdrawn|dead-letters)-(.*)");

  /** It never fires, so that all else is as the default book has it. */
  private static final Model MODEL =
      SmallModels.learned(
          RuleBookReader.defaultText(),
          List.of("amount"),
          Histogram.empty(1000, 10_000).with(50, 40, 10),
          Histogram.empty(500).with(90, 10));

  private static final String BOOK =
      RuleBookReader.defaultText() + SmallModels.rule("learned", MODEL, 999, "");

  private final RuleBook book = RuleBookReader.parseFirst("book", BOOK, Models.of(List.of(MODEL)));

  /** It has pauses of days, so that there is a day of which drift can be told. */
  private final List<LogRecord> log =
      HostileLog.generate(20_260_701, HostileSettings.of(book, 150, PARTITIONS, 6_000, 250));

  private final Topics topics = new Topics("transactions", "alerts", "dead", PARTITIONS, false);

  private final List<LogRecord> noNotice =
      List.of(
          new LogRecord(
              new LogPosition(0, 0, HostileLog.START),
              null,
              new Payload("no notice".getBytes(StandardCharsets.UTF_8))));

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** The name of the engine's job in prometheus.yml, and the prefix of the engine's own metrics. */
  protected abstract String engine();

  @Test
  void prometheusFindsWhatTheOracleSays(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      topics.create(client);
      topics.createControl(client);
      LogWriter.write(client, CONTROL, noNotice);
      LogWriter.write(client, topics.transactions(), log);
      try (AnswerReader reader = new AnswerReader(client, topics);
          JobProcess job = start(kafka, port, folder)) {
        Answers answers = expectedAnswers();
        reader.await(answers, job, PATIENCE);
        assertThat(reader.answers()).as(job::output).isEqualTo(answers);
        List<Series> found = scrape(port);
        assertThat(sums(found)).containsAllEntriesOf(expected());
        ExpectedMeters.leastOfTotals(book, log)
            .forEach(
                (name, least) ->
                    assertThat(sums(found).get(onPrometheus(name)))
                        .isGreaterThanOrEqualTo((double) least));
        assertThat(values(found, "weir_book")).contains(1.0);
        assertThat(values(found, "weir_notices_refused")).contains(1.0);
        assertThat(sums(found))
            .containsEntry("weir_alerts shadow", 0.0)
            .containsEntry("weir_alerts snoozed", 0.0)
            .containsKeys("weir_book_age_s", "weir_control_waits", "weir_control_wait_ms");
        assertThat(sums(found).get("weir_alerts live"))
            .isEqualTo(
                sums(found).entrySet().stream()
                    .filter(each -> each.getKey().startsWith("weir_alerts_raised "))
                    .mapToDouble(Map.Entry::getValue)
                    .sum());
        assertThat(found.stream().map(Series::name)).containsAll(shownByTheBoard());
        assertThat(found)
            .filteredOn(each -> each.name().equals("weir_model_input_drift"))
            .isNotEmpty()
            .allMatch(each -> MODEL.name().startsWith(each.label("model")))
            .allMatch(each -> each.label("input").equals("amount"))
            .allMatch(each -> each.value() > 0);
        // All scores are 0: 0.1 ln(1 / 0.9) - 0.0999 ln(0.001), and never mind the rest.
        assertThat(values(found, "weir_model_score_drift")).isNotEmpty().containsOnly(701.0);
        assertThat(job.listensBeyondLoopback()).isEmpty();
      }
    }
  }

  private Answers expectedAnswers() {
    Answers answers = Oracle.answer(book, topics.transactions(), log);
    SortedMap<String, String> letters = new TreeMap<>(answers.deadLetters());
    letters.putAll(NoticeLetters.of(CONTROL, noNotice));
    return new Answers(answers.alerts(), letters);
  }

  private JobProcess start(LocalKafka kafka, int port, Path folder) throws IOException {
    return JobProcess.start(
        mainClass(),
        List.of(
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--inputTopic=" + topics.transactions(),
            "--alertTopic=" + topics.alerts(),
            "--deadLetterTopic=" + topics.deadLetters(),
            "--rules=" + Files.writeString(folder.resolve("book.yaml"), BOOK),
            "--models=" + Files.write(folder.resolve("model.json"), MODEL.artefact()),
            "--metricsPort=" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<Series> scrape(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    Relabelling relabelling = Relabelling.read(Monitoring.PROMETHEUS, engine());
    return Series.parse(response.body()).stream().map(relabelling::apply).toList();
  }

  /** The values of one metric, one from each worker. */
  private static List<Double> values(List<Series> found, String name) {
    return found.stream().filter(each -> each.name().equals(name)).map(Series::value).toList();
  }

  /** Each metric, summed over all workers and steps. */
  private static SortedMap<String, Double> sums(List<Series> found) {
    SortedMap<String, Double> sums = new TreeMap<>();
    for (Series each : found) {
      String label =
          each.label("rule") + each.label("reason") + each.label("le") + each.label("mode");
      sums.merge(each.name() + (label.isEmpty() ? "" : " " + label), each.value(), Double::sum);
    }
    return sums;
  }

  private SortedMap<String, Double> expected() {
    SortedMap<String, Double> expected = new TreeMap<>();
    ExpectedMeters.of(book, log)
        .forEach((name, count) -> expected.put(onPrometheus(name), (double) count));
    return expected;
  }

  private static String onPrometheus(String name) {
    String spread = name.replaceFirst("-le-inf$", "-bucket +Inf");
    return "weir_" + ENDS_IN_LABEL.matcher(spread).replaceFirst("$1 $2").replace('-', '_');
  }

  /** The metrics of this engine that the board shows, without those of the live page. */
  private List<String> shownByTheBoard() throws IOException {
    String board = Files.readString(Monitoring.BOARD);
    List<String> names = new ArrayList<>();
    for (String line : board.lines().filter(line -> line.contains("\"expr\"")).toList()) {
      NAME.matcher(line).results().map(MatchResult::group).forEach(names::add);
    }
    names.removeIf(name -> !name.startsWith("weir_") && !name.startsWith(engine() + "_"));
    names.remove("weir_records_unread");
    assertThat(names).hasSizeGreaterThan(20);
    return names;
  }
}
