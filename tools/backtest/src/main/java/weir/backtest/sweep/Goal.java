package weir.backtest.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Hits;
import weir.failure.MisuseException;
import weir.files.Suggestion;

/** By what a value is better than another. */
public enum Goal {
  /** The harmonic mean of precision and recall. */
  F1("f1", /* most= */ true) {
    @Override
    public OptionalDouble of(Hits hits) {
      long all = hits.frauds() + hits.falseAlarms() + hits.inSight();
      return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * hits.frauds() / all);
    }
  },

  PRECISION("precision", /* most= */ true) {
    @Override
    public OptionalDouble of(Hits hits) {
      return hits.precision();
    }
  },

  RECALL("recall", /* most= */ true) {
    @Override
    public OptionalDouble of(Hits hits) {
      return hits.recall();
    }
  },

  /** The part of the money in frauds: in each currency, and of those the mean. */
  CAUGHT("caught", /* most= */ true) {
    @Override
    public OptionalDouble of(Hits hits) {
      return hits.parts().values().stream().mapToDouble(part -> part).average();
    }
  },

  FALSE_ALARMS_PER_FRAUD("falseAlarmsPerFraud", /* most= */ false) {
    @Override
    public OptionalDouble of(Hits hits) {
      return hits.falseAlarmsPerFraud();
    }
  };

  private final String word;
  private final boolean most;

  Goal(String word, boolean most) {
    this.word = word;
    this.most = most;
  }

  /** The goal that is named; f1 if none is. */
  public static Goal named(@Nullable String word) {
    if (word == null) {
      return F1;
    }
    List<String> words = Arrays.stream(values()).map(Goal::word).toList();
    int which = words.indexOf(word);
    if (which < 0) {
      throw new MisuseException(
          "--goal: found '"
              + word
              + "', expected one of "
              + String.join(", ", words)
              + Suggestion.after(word, words));
    }
    return values()[which];
  }

  public String word() {
    return word;
  }

  /** How far it is reached; nothing if that cannot be said. */
  public abstract OptionalDouble of(Hits hits);

  /** The best of some, with the fewest alerts where several are as good; none without labels. */
  public Optional<Tried> best(List<Tried> all) {
    Comparator<Tried> order = Comparator.comparingDouble(each -> reached(each).orElseThrow());
    return all.stream()
        .filter(each -> reached(each).isPresent())
        .min((most ? order.reversed() : order).thenComparingLong(each -> each.figures().alerts()));
  }

  /** The same of what a value came to. */
  public OptionalDouble reached(Tried tried) {
    Hits hits = tried.figures().hits();
    return hits == null ? OptionalDouble.empty() : of(hits);
  }
}
