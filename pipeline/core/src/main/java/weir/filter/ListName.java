package weir.filter;

import java.util.regex.Pattern;

/** What lists can be called. */
public final class ListName {
  /** In words, for messages. */
  public static final String FORM =
      "up to 64 lower-case letters, digits and hyphens, such as risky-shops";

  private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private ListName() {}

  public static boolean isOne(String name) {
    return PATTERN.matcher(name).matches();
  }
}
