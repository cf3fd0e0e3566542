package weir.backtest.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.failure.MisuseException;

/**
 * Which parameter is tried with which values, as people write it.
 *
 * @param parameter its name in the rule
 * @param values a range or a list
 */
public record Vary(String rule, String parameter, String values) {
  /** Every value judges the whole log, and has a row. */
  static final int MOST_VALUES = 50;

  private static final Pattern FORM = Pattern.compile("\\s*([^.=\\s]+)\\.([^=\\s]+)\\s*=(.+)");
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.([^/]+)(?:/(.+))?");
  private static final String EXAMPLES =
      "such as velocity.moreThan=2..6, velocity.moreThan=2,4,8 or"
          + " velocity.window='30 s..5 min/30 s'";

  /** Reads it. */
  public static Vary parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong("found '" + text + "', expected RULE.PARAMETER=VALUES, " + EXAMPLES);
    }
    return new Vary(form.group(1), form.group(2), form.group(3).strip());
  }

  /**
   * The values, from the least to the greatest, and the one that stands among them.
   *
   * @param standing the value that the rule has
   */
  public List<String> values(String standing) {
    Scale scale =
        Scale.of(standing)
            .orElseThrow(
                () ->
                    wrong(
                        String.format(
                            "%s.%s is '%s'; only a number or a length of time can be varied",
                            rule, parameter, standing)));
    SortedMap<BigDecimal, String> all = new TreeMap<>();
    // As it is written there; 60 s and 1 min are one value.
    all.put(scale.parse(standing), standing);
    Matcher range = RANGE.matcher(values);
    if (range.matches()) {
      fill(all, range, scale);
    } else {
      List<String> list = List.of(values.split(",", -1));
      checkMany(list.size(), "; leave some out");
      list.forEach(each -> all.putIfAbsent(value(each, scale), each.strip()));
    }
    return List.copyOf(all.values());
  }

  private void fill(SortedMap<BigDecimal, String> all, Matcher range, Scale scale) {
    BigDecimal from = value(range.group(1), scale);
    BigDecimal to = value(range.group(2), scale);
    if (from.compareTo(to) > 0) {
      throw wrong("'" + values + "' is empty: write the lower end first");
    }
    String said = range.group(3);
    BigDecimal step =
        said == null
            ? scale
                .step(from, to)
                .orElseThrow(() -> wrong("'" + values + "' needs a step, " + EXAMPLES))
            : value(said, scale);
    if (step.signum() <= 0) {
      throw wrong("the step of '" + values + "' must be over 0");
    }
    BigDecimal many = to.subtract(from).divideToIntegralValue(step).add(BigDecimal.ONE);
    checkMany(
        many.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue(),
        "; write a longer step behind a slash, A..B/STEP");
    for (BigDecimal each = from; each.compareTo(to) <= 0; each = each.add(step)) {
      all.putIfAbsent(each, scale.print(each));
    }
  }

  private void checkMany(int many, String remedy) {
    if (many > MOST_VALUES) {
      throw wrong(
          String.format(
              "'%s' are %,d values, expected at most %d%s", values, many, MOST_VALUES, remedy));
    }
  }

  private BigDecimal value(String text, Scale scale) {
    try {
      return scale.parse(text.strip());
    } catch (IllegalArgumentException unfit) {
      throw new MisuseException(
          String.format(
              "--vary: found '%s' in the values of %s.%s, expected %s",
              text.strip(), rule, parameter, scale.words()),
          unfit);
    }
  }

  private static MisuseException wrong(String sentence) {
    return new MisuseException("--vary: " + sentence);
  }
}
