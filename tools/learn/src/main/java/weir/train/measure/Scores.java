package weir.train.measure;

import weir.learn.Model;
import weir.learn.ScoreTable;
import weir.train.rows.Part;

/** How many frauds and how many honest transactions have each score. */
public final class Scores {
  private final int[] frauds = new int[ScoreTable.MOST + 1];
  private final int[] honest = new int[ScoreTable.MOST + 1];

  public static Scores of(Model model, long[] margins, Part part) {
    Scores scores = new Scores();
    for (int i = 0; i < margins.length; i++) {
      (part.fraud(i) ? scores.frauds : scores.honest)[model.score(margins[i])]++;
    }
    return scores;
  }

  public int frauds(int score) {
    return frauds[score];
  }

  public int honest(int score) {
    return honest[score];
  }

  /** How many frauds have a score in a span, its end not included. */
  public int fraudsIn(int from, int to) {
    return sum(frauds, from, to);
  }

  /** How many honest transactions have a score in a span, its end not included. */
  public int honestIn(int from, int to) {
    return sum(honest, from, to);
  }

  /** What would be an alert, if every score over this one were. */
  public Caught over(int score) {
    int caught = fraudsIn(score + 1, frauds.length);
    int alerts = caught + honestIn(score + 1, honest.length);
    return new Caught(alerts, caught, fraudsIn(0, frauds.length));
  }

  private static int sum(int[] counts, int from, int to) {
    int sum = 0;
    for (int score = from; score < to; score++) {
      sum += counts[score];
    }
    return sum;
  }
}
