package weir.feature;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.filter.Lists;
import weir.filter.LogSpan;
import weir.fold.Ends;
import weir.fold.Ends.Point;
import weir.fold.Moments;
import weir.history.History;
import weir.history.Older;
import weir.labels.Labels;
import weir.model.Transaction;
import weir.model.Witness;

/**
 * What features say of one transaction: of the subject, which stands at a place of a history. What
 * was folded and what was not is put together.
 */
public final class FeatureValues {
  private static final int MILLI = 3;

  private final FoldingHistory in;
  private final History history;
  private final int place;
  private final Lists lists;
  private final Labels labels;
  private final Transaction subject;

  /** Where nobody asks for labels. */
  public FeatureValues(FoldingHistory in, int place, Lists lists) {
    this(in, place, lists, Labels.NONE);
  }

  public FeatureValues(FoldingHistory in, int place, Lists lists, Labels labels) {
    this.labels = labels;
    this.in = in;
    this.history = in.history();
    this.place = place;
    this.lists = lists;
    this.subject = history.get(place);
  }

  /** The value of a feature; nothing where the window holds nothing that it could be made of. */
  public @Nullable Value of(Feature feature) {
    checkReach(feature);
    return switch (feature.function()) {
      case COUNT -> new Value.Whole(count(feature));
      case SUM, MEAN, MIN, MAX, STDDEV -> number(feature);
      case DISTINCT -> new Value.Whole(distinct(feature));
      case FIRST, LAST -> end(feature);
      case GAP -> gap(feature);
      case FRAUDS -> new Value.Whole(labels.frauds(labelsOf(feature)));
      case SHARE -> share(feature);
    };
  }

  /** How many transactions a feature that counts them counts. */
  public long many(Feature counting) {
    checkReach(counting);
    return count(counting);
  }

  /** How many labels a feature rests on. */
  public long heard(Feature feature) {
    return labels.isEmpty() ? 0 : labels.heard(labelsOf(feature));
  }

  private Labels.Stretch labelsOf(Feature feature) {
    return feature.labelsOf(subject.time(), history.logTime(place));
  }

  /** There may be labels on payments that are not here: nobody has sent them. */
  private @Nullable Value share(Feature feature) {
    long all = count(feature);
    long frauds = labels.frauds(labelsOf(feature));
    return all == 0 && frauds == 0
        ? null
        : new Value.Real(
            Ratio.of(BigInteger.valueOf(frauds), BigInteger.valueOf(Math.max(all, frauds))));
  }

  /** The same as a Long, a Double or a String. */
  public @Nullable Object plain(Feature feature) {
    Value value = of(feature);
    if (value == null) {
      return null;
    }
    return switch (value.type()) {
      case WHOLE -> ((Value.Whole) value).number();
      case REAL -> ((Value.Real) value).number();
      case TEXT -> ((Value.Text) value).text();
    };
  }

  /**
   * The newest transactions that a feature counts, as far back as its window has evidence; of a
   * feature of labels those that are labelled as fraud.
   */
  public List<Witness> newest(Feature feature, int many) {
    if (feature.function().isOfLabels()) {
      return labels.newestFrauds(labelsOf(feature), many);
    }
    FeatureWindow window = feature.window();
    return history
        .between(window.evidenceStart(subject.time()), window.end(subject.time()), lists)
        .newest(feature.where(), tx -> !feature.withoutItself() || !tx.equals(subject), many)
        .stream()
        .map(Witness::of)
        .toList();
  }

  /**
   * What was folded is not there one by one. A wrong value would not be noticed. A feature that
   * counts from some time on has no use for what was folded before it was known.
   */
  private void checkReach(Feature feature) {
    FeatureWindow window = feature.window();
    if (!window.hasEdge()
        && window.start(subject.time()) < in.folded().before()
        && feature.where().during().equals(LogSpan.ALWAYS)) {
      throw new IllegalStateException(
          "a window of "
              + window.windowMillis()
              + " ms without an edge reaches back to what was folded");
    }
  }

  private long count(Feature feature) {
    if (!feature.where().isAll()) {
      return sum(feature, Measures.counted(feature));
    }
    // All of them: they need not be looked at.
    int raw = endPlace(feature) - firstPlace(feature) - (omits(feature) ? 1 : 0);
    return Math.max(0, raw) + folded(feature, Measures.counted(feature));
  }

  private @Nullable Value number(Feature feature) {
    Operand.Numeric operand = Measures.numeric(feature);
    String group = operand.group(subject);
    Moments moments = sum(feature, Measures.numbers(feature, group));
    int digits = operand.digits(group);
    if (feature.function() == Function.SUM) {
      return new Value.Real(Ratio.major(moments.sum(), digits));
    }
    if (moments.count() == 0) {
      return null;
    }
    return new Value.Real(
        switch (feature.function()) {
          case MEAN -> mean(moments, digits);
          case MIN -> Ratio.major(BigInteger.valueOf(moments.least()), digits);
          case MAX -> Ratio.major(BigInteger.valueOf(moments.greatest()), digits);
          default -> deviation(moments, digits);
        });
  }

  private static double mean(Moments moments, int digits) {
    return Ratio.of(
        moments.sum(), BigInteger.valueOf(moments.count()).multiply(Ratio.powerOfTen(digits)));
  }

  /** The root of the variance, which is rounded once. */
  private static double deviation(Moments moments, int digits) {
    BigInteger count = BigInteger.valueOf(moments.count());
    BigInteger units = count.multiply(Ratio.powerOfTen(digits));
    return Math.sqrt(
        Ratio.of(count.multiply(moments.squares()).subtract(moments.sum().pow(2)), units.pow(2)));
  }

  private @Nullable Value end(Feature feature) {
    Operand operand = feature.operand();
    String group = operand == null ? "" : operand.group(subject);
    Ends ends = sum(feature, Measures.ends(feature, group));
    Point point = feature.function() == Function.FIRST ? ends.first() : ends.last();
    if (point == null) {
      return null;
    }
    if (operand instanceof Operand.Numeric numeric) {
      BigInteger units = BigInteger.valueOf(point.number());
      return new Value.Real(Ratio.major(units, numeric.digits(group)));
    }
    return point.text() == null ? null : new Value.Text(point.text());
  }

  private @Nullable Value gap(Feature feature) {
    Measure.FirstAndLast ends = Measures.ends(feature, "");
    int end = Math.min(place, endPlace(feature));
    Point before =
        ends.plus(folded(feature, ends), raw(ends, Math.min(firstPlace(feature), end), end)).last();
    return before == null
        ? null
        : new Value.Real(Ratio.major(BigInteger.valueOf(subject.time() - before.time()), MILLI));
  }

  private long distinct(Feature feature) {
    if (!Measures.isOfLatest(feature)) {
      return feature.window().hasEdge()
          ? sum(feature, Measures.texts(feature)).size()
          : kinds(feature, Older.NOTHING);
    }
    if (!feature.window().hasEdge()) {
      return kinds(feature, Older.NOTHING);
    }
    String series = Measures.seriesOf(feature);
    long start = feature.window().start(subject.time());
    long folded = in.folded().distinctSince(series, start);
    return folded + kinds(feature, in.folded().latest(series));
  }

  /** How many values there are that were not seen before this history. */
  private int kinds(Feature feature, Older older) {
    Measure.Kinds kinds = Measures.kinds(feature);
    long start = feature.window().start(subject.time());
    long end = feature.window().end(subject.time());
    int all = history.distinct(kinds, older, start, end, lists);
    return omits(feature) && history.isOnly(place, kinds, older, start, end, lists) ? all - 1 : all;
  }

  private <S> S sum(Feature feature, Measure<S> measure) {
    int first = firstPlace(feature);
    int end = endPlace(feature);
    S raw =
        omits(feature)
            ? measure.plus(raw(measure, first, place), raw(measure, place + 1, end))
            : raw(measure, first, end);
    return feature.window().hasEdge() ? measure.plus(folded(feature, measure), raw) : raw;
  }

  /** Whether the subject stands in the window and must not count. */
  private static boolean omits(Feature feature) {
    return feature.withoutItself() && feature.window().delayMillis() == 0;
  }

  private int firstPlace(Feature feature) {
    return history.firstAtOrAfter(feature.window().start(subject.time()));
  }

  private int endPlace(Feature feature) {
    return history.firstAtOrAfter(feature.window().end(subject.time()));
  }

  private <S> S raw(Measure<S> measure, int first, int end) {
    return history.places(first, end, lists).summary(measure);
  }

  private <S> S folded(Feature feature, Measure<S> measure) {
    FeatureWindow window = feature.window();
    return window.hasEdge()
        ? in.folded()
            .sum(
                measure.form(),
                Measures.seriesOf(feature),
                measure.group(),
                window.start(subject.time()),
                window.end(subject.time()))
        : measure.ofNothing();
  }
}
