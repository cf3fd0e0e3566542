package weir.rules;

import java.util.regex.Pattern;

/**
 * The list of those pairs of a rule and a user about which nobody wants to hear for a while. Its
 * members are ids such as {@code velocity/user-7}: no id of a rule has a slash.
 */
public final class Snoozes {
  public static final String LIST = "snoozed";

  /** What its members look like, in words. */
  public static final String FORM = "a rule, a slash and a user, such as velocity/user-7";

  private static final Pattern MEMBER =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,63}/.+", Pattern.DOTALL);

  private Snoozes() {}

  public static String member(String ruleId, String userId) {
    return ruleId + "/" + userId;
  }

  public static boolean isMember(String id) {
    return MEMBER.matcher(id).matches();
  }
}
