package weir.dashboard.users;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.ApiTokens;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Guests;
import weir.model.Json;
import weir.model.Printable;
import weir.text.Table;

/** Accounts and what everybody did, a line each. What strangers typed cannot steer the terminal. */
final class Tables {
  private Tables() {}

  static List<String> accounts(Connection connection) throws SQLException {
    Table table = new Table("account", "role", "signs in by", "since");
    left(table, 3);
    for (Accounts.Account each : Accounts.all(connection)) {
      table.add(
          List.of(
              each.name(),
              each.role().code(),
              each.password() == null ? "link" : "password",
              Json.time(each.madeAt())));
    }
    for (Guests.Known each : Guests.all(connection)) {
      table.add(List.of(each.name(), each.role().code(), "its provider", Json.time(each.madeAt())));
    }
    return table.text().lines().toList();
  }

  static List<String> tokens(Connection connection) throws SQLException {
    long now = System.currentTimeMillis();
    Table table = new Table("token", "account", "role", "for", "last used", "good");
    left(table, 5);
    for (ApiTokens.Kept each : ApiTokens.all(connection)) {
      Long used = each.usedAt();
      table.add(
          List.of(
              String.valueOf(each.id()),
              each.name(),
              each.role().code(),
              Printable.text(each.label()),
              used == null ? "never" : Json.time(used),
              good(each, now)));
    }
    return table.text().lines().toList();
  }

  private static String good(ApiTokens.Kept token, long now) {
    if (token.changed()) {
      return "no: the account changed";
    }
    return (token.endsAt() > now ? "until " : "no: ended ") + Json.time(token.endsAt());
  }

  static List<String> audit(Connection connection, int most) throws SQLException {
    Table table = new Table("when", "who", "did", "about", "more", "from");
    left(table, 5);
    for (Audit.Entry each : Audit.newest(connection, null, most)) {
      table.add(
          List.of(
              Json.time(each.at()),
              Printable.text(each.who()),
              each.action(),
              Printable.text(each.subject()),
              Printable.text(each.detail()),
              Printable.text(each.from())));
    }
    return table.text().lines().toList();
  }

  private static void left(Table table, int columns) {
    for (int column = 1; column <= columns; column++) {
      table.align(column, /* toTheLeft= */ true);
    }
  }
}
