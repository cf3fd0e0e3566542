package weir.dashboard.webhook;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import weir.model.Alert;
import weir.model.Money;

/**
 * The text of a message. What comes from records stands in it as code, where a chat makes neither
 * links nor mentions of it.
 */
final class Words {
  private static final int LONGEST = 300;

  /** Controls, line ends, marks of direction and what has no width. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]+");

  /** Some chats look for these anywhere. */
  private static final Pattern ALL_PEOPLE =
      Pattern.compile("@(?=channel|here|everyone|all|group)", Pattern.CASE_INSENSITIVE);

  private static final String NO_WIDTH = "\u200b";

  /** An amount of money. */
  record Amount(BigDecimal value, String currency) {}

  private Words() {}

  /**
   * What a chat is told.
   *
   * @param more how many more alerts of the user came meanwhile
   * @param paid the payment that the alert is about, if it is known
   * @param page where the page is
   */
  static String of(Alert alert, int more, Optional<Amount> paid, String page) {
    StringBuilder text = new StringBuilder();
    text.append('*').append(alert.severity().code()).append("* ");
    text.append(code(alert.ruleId())).append(" for the user ").append(code(alert.userId()));
    text.append(": ").append(code(alert.reason()));
    paid.or(() -> total(alert)).ifPresent(amount -> text.append(", ").append(money(amount)));
    if (more > 0) {
      text.append(", and ").append(more).append(more == 1 ? " more alert" : " more alerts");
    }
    return text.append(". <")
        .append(link(page, alert.userId()))
        .append("|Open the user>")
        .toString();
  }

  private static String money(Amount amount) {
    return amount.value().toPlainString() + " " + amount.currency();
  }

  /** What a rule of sums has observed is money itself. */
  private static Optional<Amount> total(Alert alert) {
    BigDecimal observed = alert.observed();
    String unit = alert.unit();
    return observed == null || unit == null || !Money.currencies().contains(unit)
        ? Optional.empty()
        : Optional.of(new Amount(observed, unit));
  }

  private static String link(String page, String user) {
    String id = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return page.replaceFirst("/+$", "") + "/#/user/" + id;
  }

  /** Foreign text on one line, which ends no code and begins nothing that a chat acts upon. */
  static String code(String foreign) {
    String line = UNSEEN.matcher(foreign).replaceAll(" ").replace('`', '\'').strip();
    String shown = line.isEmpty() ? "?" : cut(line);
    String quiet = ALL_PEOPLE.matcher(shown).replaceAll("@" + NO_WIDTH);
    return "`" + quiet.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "`";
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
  }
}
