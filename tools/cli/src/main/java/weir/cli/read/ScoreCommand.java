package weir.cli.read;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.cli.produce.DestinationOptions;
import weir.command.KafkaOptions;
import weir.command.Values;
import weir.failure.UnavailableException;
import weir.score.ScoreCard;
import weir.score.ScoreCardJson;
import weir.score.ScoreTable;

/** Compares what was raised with what was staged. */
@Command(
    name = "score",
    description = "Compares alerts with labels: precision, recall, and how soon.",
    footer = {"", "  ./weir score --json"})
public final class ScoreCommand implements Callable<Integer> {
  @Mixin KafkaOptions kafka = new KafkaOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--alerts",
      paramLabel = "TOPIC",
      defaultValue = "fraud-alerts",
      description = "Where alerts are (default: ${DEFAULT-VALUE}).")
  String alertTopic = "";

  @Option(
      names = "--labels",
      paramLabel = "TOPIC",
      defaultValue = DestinationOptions.LABELS,
      description = "Where labels are (default: ${DEFAULT-VALUE}).")
  String labelTopic = "";

  @Option(
      names = "--labels-from",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Labels from a file.")
  @Nullable Path labelFile;

  @Option(names = "--json", description = "As one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    ScoreRecords records = new ScoreRecords();
    Map<String, Object> client = kafka.client();
    if (labelFile == null) {
      records.readLabels(client, labelTopic);
    } else {
      records.readLabels(labelFile);
    }
    if (records.scoring().labels() == 0) {
      throw new UnavailableException(
          "there are no labels to compare with in "
              + (labelFile == null ? "'" + labelTopic + "'" : labelFile)
              + ": ./weir produce sends them, and --labels names another topic");
    }
    records.readAlerts(client, alertTopic);
    ScoreCard card = records.scoring().card();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(new String(ScoreCardJson.write(card), StandardCharsets.UTF_8));
    } else {
      out.print(ScoreTable.print(card));
    }
    out.flush();
    if (records.foreign() > 0) {
      spec.commandLine()
          .getErr()
          .printf("%,d records were neither label nor alert%n", records.foreign());
    }
    return 0;
  }
}
