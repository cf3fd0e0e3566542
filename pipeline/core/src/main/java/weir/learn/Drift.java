package weir.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far the values and scores of one model have gone from those of its training. What it counts
 * makes a day once it spans one and there is enough of it; told are the last days together. So each
 * hour is in it alike, and after a week each weekday. Not for several threads at once.
 */
public final class Drift {
  /** At most so many days are told together. */
  public static final int DAYS = 7;

  /** An index below this is the same distribution, by common agreement. */
  public static final double SAME = 0.1;

  /** An index over this is a distribution of another kind, by common agreement. */
  public static final double ANOTHER = 0.25;

  static final long DAY_MILLIS = 86_400_000;

  /** A day has at least so many payments. */
  public static final int LEAST = 1000;

  /** With more bins it has more: by chance alone an index is one bin's share of the payments. */
  private static final int LEAST_OF_A_BIN = 40;

  private final Model model;
  private final List<Binned> inputs = new ArrayList<>();
  private final Binned scores;
  private final long least;
  private List<Drifted> told = List.of();
  private long counted;
  private long inThisDay;
  private long earliest;
  private long latest;

  public Drift(Model model) {
    this.model = model;
    model.inputs().forEach(each -> inputs.add(new Binned(each.learned())));
    this.scores = new Binned(model.content().training().scores());
    int bins = inputs.stream().mapToInt(Binned::bins).max().orElse(0);
    this.least = least(Math.max(bins, scores.bins()));
    begin();
  }

  /** How many payments say how so many bins are filled. */
  public static long least(int bins) {
    return Math.max(LEAST, (long) LEAST_OF_A_BIN * bins);
  }

  private void begin() {
    inThisDay = 0;
    earliest = Long.MAX_VALUE;
    latest = Long.MIN_VALUE;
  }

  public Model model() {
    return model;
  }

  /**
   * Counts what the model was asked and said of one payment; tells whether a day is complete, so
   * that there is something else to tell.
   */
  public boolean count(long logTime, long[] values, int score) {
    for (int i = 0; i < values.length; i++) {
      inputs.get(i).count(values[i]);
    }
    scores.count(score);
    counted++;
    inThisDay++;
    earliest = Math.min(earliest, logTime);
    latest = Math.max(latest, logTime);
    if (inThisDay < least || latest - earliest < DAY_MILLIS) {
      return false;
    }
    told = endOfDay();
    begin();
    return true;
  }

  private List<Drifted> endOfDay() {
    List<Drifted> drifted = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      add(i, inputs.get(i), drifted);
    }
    add(Drifted.SCORE, scores, drifted);
    return Collections.unmodifiableList(drifted);
  }

  private static void add(int input, Binned binned, List<Drifted> drifted) {
    binned.endOfDay(DAYS);
    if (binned.isOfTraining()) {
      drifted.add(new Drifted(input, binned.index()));
    }
  }

  /** How many payments were counted in all. */
  public long counted() {
    return counted;
  }

  /** Whether what is told is of so many days that each weekday is in it alike. */
  public boolean isOfAllDays() {
    return scores.days() == DAYS;
  }

  /**
   * What the last complete days are like: each input in its order, and the score. Nothing before
   * the first is complete, and nothing of what training has no distribution of.
   */
  public List<Drifted> told() {
    return told;
  }
}
