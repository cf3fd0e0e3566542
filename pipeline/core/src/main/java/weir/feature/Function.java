package weir.feature;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a feature computes. */
public enum Function {
  COUNT(Needs.NOTHING),
  SUM(Needs.NUMBER),
  MEAN(Needs.NUMBER),
  MIN(Needs.NUMBER),
  MAX(Needs.NUMBER),
  STDDEV(Needs.NUMBER),
  DISTINCT(Needs.TEXT),
  FIRST(Needs.ANYTHING),
  LAST(Needs.ANYTHING),
  /** The time since the one before, in seconds. */
  GAP(Needs.NOTHING),
  /** How many payments are labelled as fraud. */
  FRAUDS(Needs.NOTHING),
  /** Which part of the payments is. */
  SHARE(Needs.NOTHING);

  /** What operand a function has. */
  enum Needs {
    NOTHING,
    NUMBER,
    TEXT,
    ANYTHING;

    boolean isMetBy(@Nullable Operand operand) {
      return switch (this) {
        case NOTHING -> operand == null;
        case NUMBER -> operand instanceof Operand.Numeric;
        case TEXT -> operand instanceof Operand.Textual;
        case ANYTHING -> operand instanceof Operand.Numeric || operand instanceof Operand.TextField;
      };
    }
  }

  private final Needs needs;

  Function(Needs needs) {
    this.needs = needs;
  }

  Needs needs() {
    return needs;
  }

  /** Whether it looks at labels, of which a transaction knows those that came before it. */
  public boolean isOfLabels() {
    return this == FRAUDS || this == SHARE;
  }

  /** As it is written. */
  public String word() {
    return this == FRAUDS ? COUNT.word() : name().toLowerCase(Locale.ROOT);
  }

  /** The type of the values. */
  Value.Type type(@Nullable Operand operand) {
    return switch (this) {
      case COUNT, DISTINCT, FRAUDS -> Value.Type.WHOLE;
      case SUM, MEAN, MIN, MAX, STDDEV, GAP, SHARE -> Value.Type.REAL;
      case FIRST, LAST -> operand instanceof Operand.Textual ? Value.Type.TEXT : Value.Type.REAL;
    };
  }
}
