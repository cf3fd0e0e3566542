package weir.dashboard.users;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Guests;
import weir.dashboard.access.Role;
import weir.dashboard.access.Visitor;
import weir.failure.MisuseException;

/** Changes accounts, each change with its line in the audit; says what came of it. */
final class Changes {
  private static final String FROM = "./weir users";

  private final Visitor visitor;

  Changes(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Who changes something, for the audit.
   *
   * @param databaseUser as whom the database is used
   * @param user as whom this machine is used
   */
  static Visitor visitor(String databaseUser, String user) {
    return new Visitor(user + " as " + databaseUser, FROM);
  }

  List<String> add(Connection connection, String name, Role role, String password)
      throws SQLException {
    if (!Accounts.add(connection, name, role, password)) {
      throw new MisuseException(
          "there is an account '" + name + "' already: its role and password can be changed");
    }
    audit(connection, "account made", name, role.code());
    return List.of("'" + name + "' can sign in now, as " + role.code() + ".");
  }

  /** The account may be there already: then it stays as it is, but for its role. */
  List<String> addWithLink(Connection connection, String name, Role role, String page)
      throws SQLException {
    List<String> said = new ArrayList<>();
    if (Accounts.add(connection, name, role, null)) {
      audit(connection, "account made", name, role.code() + ", by links only");
      said.add("'" + name + "' is " + role.code() + " now.");
    } else {
      throw new MisuseException(
          "there is an account '" + name + "' already: ./weir users link " + name);
    }
    said.addAll(link(connection, name, page));
    return said;
  }

  List<String> role(Connection connection, String name, Role role) throws SQLException {
    Accounts.Account before = known(connection, name);
    keepAnAdmin(connection, before, role != Role.ADMIN);
    Accounts.setRole(connection, name, role);
    audit(connection, "role changed", name, before.role().code() + " to " + role.code());
    return List.of("'" + name + "' is " + role.code() + " now, and has to sign in again.");
  }

  List<String> password(Connection connection, String name, String password) throws SQLException {
    known(connection, name);
    Accounts.setPassword(connection, name, password);
    audit(connection, "password changed", name, "");
    return List.of("'" + name + "' has another password, and has to sign in again.");
  }

  List<String> remove(Connection connection, String name) throws SQLException {
    if (Guests.isName(name)) {
      return removeGuest(connection, name);
    }
    keepAnAdmin(connection, known(connection, name), /* loses= */ true);
    Accounts.remove(connection, name);
    audit(connection, "account removed", name, "");
    List<String> said = new ArrayList<>();
    said.add("'" + name + "' cannot sign in any more.");
    if (Accounts.all(connection).isEmpty() && Guests.all(connection).isEmpty()) {
      said.add("There are no accounts left: a page that is started now is open to look at.");
    }
    return said;
  }

  private List<String> removeGuest(Connection connection, String name) throws SQLException {
    if (!Guests.remove(connection, name)) {
      throw new MisuseException("there is no guest '" + name + "'");
    }
    audit(connection, "guest removed", name, "");
    return List.of(
        "'" + name + "' is out, and comes back as a new guest if the provider lets them.");
  }

  List<String> link(Connection connection, String name, String page) throws SQLException {
    String token = Accounts.link(connection, known(connection, name));
    audit(connection, "link made", name, "");
    return List.of(
        page.replaceFirst("/+$", "") + "/sign-in.html#link=" + token,
        "It signs in once, within " + Accounts.LINK.toMinutes() + " min.");
  }

  static Accounts.Account known(Connection connection, String name) throws SQLException {
    return Accounts.find(connection, name)
        .orElseThrow(() -> new MisuseException("there is no account '" + name + "'"));
  }

  /** Without one nobody could look at the audit; the very last account may go. */
  private static void keepAnAdmin(Connection connection, Accounts.Account account, boolean loses)
      throws SQLException {
    List<Accounts.Account> all = Accounts.all(connection);
    boolean last =
        all.stream().noneMatch(each -> each.role() == Role.ADMIN && !isSame(each, account));
    if (loses && account.role() == Role.ADMIN && last && all.size() > 1) {
      throw new MisuseException(
          "'" + account.name() + "' is the only admin: make another account one first");
    }
  }

  private static boolean isSame(Accounts.Account one, Accounts.Account other) {
    return one.name().equals(other.name());
  }

  private void audit(Connection connection, String action, String subject, String detail)
      throws SQLException {
    Audit.write(connection, visitor, action, subject, detail);
  }
}
