package weir.files;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people write them, in the digits 0 to 9: the JDK's own readers take those of every
 * script, and forms such as 5d and 0x1p3.
 */
public final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private Numbers() {}

  /** Throws {@link IllegalArgumentException} if the text is no whole number of up to 9 digits. */
  public static int whole(String text) {
    return Integer.parseInt(checked(text, WHOLE));
  }

  /** Throws {@link IllegalArgumentException} if the text is no decimal number. */
  public static BigDecimal decimal(String text) {
    return new BigDecimal(checked(text, DECIMAL));
  }

  private static String checked(String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("not a number: " + text);
    }
    return text;
  }
}
