package weir.cli.read;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.labels.RuleScores;
import weir.score.ScoreCard;
import weir.score.ScoreCardJson;
import weir.score.ScoreTable;

/** Compares what was raised with what was staged. */
@Command(
    name = "score",
    description = "Compares alerts with labels: precision, recall, and how soon.",
    footer = {
      "",
      "  ./weir score --json",
      "  ./weir score --live --jdbcUrl=jdbc:postgresql://127.0.0.1:5432/weir"
    })
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

  @Option(
      names = "--live",
      description = {
        "By the labels and alerts in a job's PostgreSQL: each version of each rule, also of",
        "those on trial, with the money that was caught and missed."
      })
  boolean live;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Option(names = "--json", description = "As one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    return live ? live() : staged();
  }

  private Integer live() {
    if (labelFile != null) {
      throw new MisuseException("--live takes labels from the database; leave out --labels-from");
    }
    RuleScores scores;
    try (Connection connection = database.connect()) {
      if (!RuleScores.areIn(connection)) {
        throw new UnavailableException(
            "the database at "
                + database.url
                + " has no labels: no job of this version writes there; ./weir run --jdbcUrl=... does");
      }
      scores = RuleScores.read(connection);
    } catch (SQLException failed) {
      throw database.unavailable(failed);
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(ScoresText.json(scores));
    } else {
      out.print(ScoresText.table(scores));
    }
    out.flush();
    if (!scores.knowLabels()) {
      spec.commandLine()
          .getErr()
          .println("No payment is labelled yet: a job hears labels if it has --labelTopic");
    }
    return 0;
  }

  private Integer staged() {
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
          .printf(
              "%,d records were neither an alert nor a label of made-up traffic%n",
              records.foreign());
    }
    return 0;
  }
}
