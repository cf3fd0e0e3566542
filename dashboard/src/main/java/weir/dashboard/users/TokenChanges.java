package weir.dashboard.users;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.command.UsersOptions;
import weir.dashboard.access.ApiTokens;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.failure.MisuseException;
import weir.model.Json;
import weir.model.Printable;

/** Makes and ends the tokens of programs, each with its line in the audit. */
final class TokenChanges {
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_LABEL = 100;

  private final Visitor visitor;
  private final String label;
  private final Duration lasts;
  private final long ends;

  /** Says what is wrong with the options before anything is done. */
  TokenChanges(Visitor visitor, UsersOptions options) {
    this.visitor = visitor;
    boolean makes = options.verb == UsersOptions.Verb.TOKEN;
    if (!makes && options.days != null) {
      throw new MisuseException("--days belongs to token");
    }
    if (!makes && options.label != null) {
      throw new MisuseException("--label belongs to token");
    }
    int days = Objects.requireNonNullElse(options.days, USUAL_DAYS);
    if (days > MOST_DAYS) {
      throw new MisuseException("--days: found " + days + ", expected at most " + MOST_DAYS);
    }
    lasts = Duration.ofDays(days);
    label = Objects.requireNonNullElse(options.label, "").strip();
    if (label.length() > LONGEST_LABEL) {
      throw new MisuseException(
          "--label has " + label.length() + " characters, at most " + LONGEST_LABEL + " are taken");
    }
    ends = options.verb == UsersOptions.Verb.UNTOKEN ? number(options.name) : 0;
  }

  private static long number(@Nullable String text) {
    if (text == null) {
      throw new MisuseException("which token? ./weir users tokens has their numbers");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new MisuseException(
          "'" + text + "' is no number of a token: ./weir users tokens has them", wrong);
    }
  }

  /** The token stands in the first line, alone. */
  List<String> make(Connection connection, String name) throws SQLException {
    ApiTokens.Made made = ApiTokens.add(connection, Changes.known(connection, name), label, lasts);
    ApiTokens.Kept kept = made.kept();
    Audit.write(connection, visitor, "token made", name, told(kept));
    return List.of(
        made.secret(),
        "Token "
            + kept.id()
            + " may do what '"
            + name
            + "' may ("
            + kept.role().code()
            + "), until "
            + Json.time(kept.endsAt())
            + ". It is not shown again.");
  }

  List<String> end(Connection connection) throws SQLException {
    ApiTokens.Kept kept =
        ApiTokens.byId(connection, ends)
            .orElseThrow(() -> new MisuseException("there is no token " + ends));
    ApiTokens.remove(connection, ends);
    Audit.write(connection, visitor, "token ended", kept.name(), told(kept));
    return List.of("Token " + ends + " of '" + kept.name() + "' has ended.");
  }

  private static String told(ApiTokens.Kept kept) {
    String label = kept.label().isEmpty() ? "" : ": " + Printable.text(kept.label());
    return "token " + kept.id() + ", until " + Json.time(kept.endsAt()) + label;
  }
}
