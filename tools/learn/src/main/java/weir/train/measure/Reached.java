package weir.train.measure;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.learn.Model;
import weir.learn.Span;
import weir.train.rows.Part;

/**
 * What a model reached on rows that it was not made from.
 *
 * @param cardPrecision by the number of cards that are looked at each day
 */
public record Reached(
    Span span, Ranking ranking, Scores scores, SortedMap<Integer, OptionalDouble> cardPrecision) {
  private static final double MILLION = 1e6;
  private static final long MINUTE_MILLIS = 60_000;
  private static final double DAY_MILLIS = 86_400_000;

  /**
   * What it reached.
   *
   * @param margins that it gives the rows, in their order
   */
  public static Reached by(Model model, long[] margins, Part part, Iterable<Integer> cards) {
    SortedMap<Integer, OptionalDouble> ofCards = new TreeMap<>();
    for (int each : cards) {
      ofCards.put(each, CardPrecision.at(each, margins, part));
    }
    return new Reached(
        part.span(), Ranking.of(margins, part), Scores.of(model, margins, part), ofCards);
  }

  /** How long the span is in days, and at least a minute. */
  public double days() {
    return Math.max(MINUTE_MILLIS, span.to() - span.from()) / DAY_MILLIS;
  }

  /** Those figures that there are, in millionths, by their names in the artefact. */
  public SortedMap<String, Long> metrics() {
    SortedMap<String, Long> metrics = new TreeMap<>();
    put(metrics, "auc", ranking.auc());
    put(metrics, "averagePrecision", ranking.averagePrecision());
    cardPrecision.forEach((cards, precision) -> put(metrics, "cardPrecisionAt" + cards, precision));
    return metrics;
  }

  private static void put(SortedMap<String, Long> metrics, String name, OptionalDouble value) {
    value.ifPresent(figure -> metrics.put(name, Math.round(figure * MILLION)));
  }
}
