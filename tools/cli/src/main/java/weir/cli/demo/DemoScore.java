package weir.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import weir.cli.produce.DestinationOptions;
import weir.cli.read.ScoreRecords;
import weir.local.Topics;
import weir.score.Flagged;
import weir.score.ScoreTable;
import weir.score.Scoring;

/** How good the rules of a demo were, and what is on trial; the last moments are not fair to it. */
final class DemoScore {
  private static final String LIVE = "the live rules";

  private DemoScore() {}

  static void print(Map<String, Object> client, Topics topics, OnTrial onTrial, PrintWriter out) {
    ScoreRecords records = new ScoreRecords();
    records.readLabels(client, DestinationOptions.LABELS);
    records.readAlerts(client, topics.alerts());
    records.readAlerts(client, topics.shadows());
    out.println();
    out.print(ScoreTable.print(records.scoring().card()));
    out.print(trials(records.scoring(), onTrial));
    out.flush();
  }

  /** Payments beside payments, for what is on trial stands beside the live rules. */
  static String trials(Scoring scoring, OnTrial onTrial) {
    List<Flagged> flagged = scoring.flagged(LIVE);
    if (flagged.size() > 1) {
      return "\n"
          + ScoreTable.print(flagged)
          + "  What stands below the live rules is on trial: it would have flagged these.\n";
    }
    return onTrial.is() ? "\n  The model on trial has found nothing to flag yet.\n" : "";
  }
}
