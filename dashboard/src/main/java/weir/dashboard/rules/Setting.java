package weir.dashboard.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.files.YamlPatch;
import weir.files.YamlPatch.Value;
import weir.files.YamlTree;
import weir.model.Printable;
import weir.notice.Books;
import weir.rules.Audience;
import weir.rules.Rule;

/**
 * For whom a rule shall count: a change of its mode or rollout, and a version that it never had.
 *
 * @param mode live, shadow or rollout
 * @param share of the users, such as 10 %, if it is a rollout
 */
public record Setting(String rule, String mode, @Nullable String share) {
  private static final String RULES = "rules";
  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String MODE = "mode";
  private static final String ROLLOUT = "rollout";
  private static final String EVERYBODY = "100 %";

  /** In a few words. */
  String words() {
    return rule + (mode.equals(ROLLOUT) ? " for " + share + " of the users" : " " + mode);
  }

  /** The text of a book with it; every other letter stays as it is. */
  String in(String text, Books books) {
    YamlTree item =
        YamlTree.parse(text).items(RULES).stream()
            .filter(each -> each.said(ID).filter(rule::equals).isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new WrongWishException(
                        Fault.MISSING, "There is no rule '" + Printable.text(rule) + "'"));
    boolean both = item.said(MODE).isPresent() && item.said(ROLLOUT).isPresent();
    List<Value> values = new ArrayList<>();
    values.add(new Value(VERSION, String.valueOf(next(books)), VERSION, ID));
    switch (mode) {
      case "live" ->
          values.add(
              item.said(ROLLOUT).isPresent()
                  ? new Value(ROLLOUT, EVERYBODY, ROLLOUT, VERSION)
                  : new Value(MODE, "live", MODE, VERSION));
      case "shadow" -> {
        if (both) {
          throw new WrongWishException(
              Fault.CONFLICT, "The rule has a mode and a rollout: take one out in the text first");
        }
        values.add(new Value(MODE, "shadow", ROLLOUT, VERSION));
      }
      case ROLLOUT -> values.add(new Value(ROLLOUT, soundShare(), both ? ROLLOUT : MODE, VERSION));
      default -> throw new WrongWishException(Fault.SENSE, "A mode is live, shadow or rollout");
    }
    return YamlPatch.item(text, RULES, ID, rule, values);
  }

  private String soundShare() {
    try {
      String said = share == null ? "" : share;
      Audience.ofShare(said);
      return said.strip();
    } catch (IllegalArgumentException wrong) {
      throw new WrongWishException(
          Fault.SENSE, "A share of the users goes from 0.01 % to 100 %, such as 10 %");
    }
  }

  /** One more than any that it ever had. */
  private int next(Books books) {
    return 1
        + books.all().stream()
            .flatMap(each -> each.book().book().rules().stream())
            .map(Rule::header)
            .filter(each -> each.id().equals(rule))
            .mapToInt(each -> each.version())
            .max()
            .orElse(0);
  }
}
