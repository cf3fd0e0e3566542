package weir.dashboard.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands where ./weir backtest does: it answers as that does, fails, or never ends. */
final class BacktestInstead {
  private static final String ANSWER =
      """
      {"before":"a","after":"b","partial":false,"period":{"from":"2026-01-01T00:00:00Z",
      "to":"2026-01-03T00:00:00Z","days":2},"volume":{"records":9,"payments":8},
      "change":{"kept":1,"changed":0,"added":2,"removed":1},
      "rules":[{"rule":"velocity","change":{"kept":1,"changed":0,"added":2,"removed":1},
      "added":[{"alertId":"x","rule":"velocity","ruleVersion":3,"userId":"u","transactionId":"t",
      "time":"2026-01-01T00:00:00Z","amount":12.50,"currency":"EUR","standing":"high",
      "reason":"because","truth":"fraud"}],"removed":[]}],"overlaps":[],"notes":["a note"]}
      """;

  private BacktestInstead() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String rules = Files.readString(Path.of(value(args, "--rules=")));
    if (rules.contains("never")) {
      Thread.sleep(600_000);
    }
    if (rules.contains("fails")) {
      System.err.println("weir: the lake is not there");
      System.exit(1);
    }
    Files.writeString(Path.of(value(args, "--json=")), ANSWER);
  }

  private static String value(String[] args, String option) {
    return List.of(args).stream()
        .filter(each -> each.startsWith(option))
        .map(each -> each.substring(option.length()))
        .findFirst()
        .orElseThrow();
  }
}
