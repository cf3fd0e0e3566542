package weir.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression, ready to be evaluated. Each kind has its own way to have no answer. */
sealed interface Part {
  Type type();

  /** What it gives for these values, or nothing. */
  @Nullable Object value(Values values);

  /** A number: finite, or not a number where there is no answer. */
  @FunctionalInterface
  non-sealed interface OfNumber extends Part {
    double in(Values values);

    @Override
    default Type type() {
      return Type.NUMBER;
    }

    @Override
    default @Nullable Object value(Values values) {
      double number = in(values);
      return Double.isNaN(number) ? null : number;
    }
  }

  /** A text, or nothing. */
  @FunctionalInterface
  non-sealed interface OfText extends Part {
    @Nullable String in(Values values);

    @Override
    default Type type() {
      return Type.TEXT;
    }

    @Override
    default @Nullable Object value(Values values) {
      return in(values);
    }
  }

  /** Yes, no or no answer. */
  @FunctionalInterface
  non-sealed interface OfYesOrNo extends Part {
    Answer in(Values values);

    @Override
    default Type type() {
      return Type.YES_OR_NO;
    }

    @Override
    default @Nullable Object value(Values values) {
      Answer answer = in(values);
      return answer == Answer.NONE ? null : (Boolean) (answer == Answer.YES);
    }
  }

  /** Whatever is beyond all numbers, or none, is no answer. */
  static double finite(double number) {
    return Double.isFinite(number) ? number : Double.NaN;
  }
}
