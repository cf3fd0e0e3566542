package weir.dashboard.users;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.PasswordFile;
import weir.command.UsersOptions;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.access.Guests;
import weir.dashboard.access.Passwords;
import weir.dashboard.access.Role;
import weir.dashboard.access.Visitor;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.DatabaseRefusal;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** Makes and changes accounts, and says what came of it. */
@Command(name = "users", mixinStandardHelpOptions = true)
final class Users implements Callable<Integer> {
  @Mixin UsersOptions options = new UsersOptions();
  @Spec @Nullable CommandSpec spec;

  private static final Set<UsersOptions.Verb> NAMELESS =
      Set.of(UsersOptions.Verb.LIST, UsersOptions.Verb.TOKENS, UsersOptions.Verb.AUDIT);

  private final Typed typed;

  Users(Typed typed) {
    this.typed = typed;
  }

  @Override
  public Integer call() {
    Visitor visitor = Changes.visitor(options.jdbcUser, System.getProperty("user.name", ""));
    Changes changes = new Changes(visitor);
    TokenChanges tokens = new TokenChanges(visitor, options);
    String name = name();
    // What is wrong is said before anything is made.
    Role role = role();
    String password = password();
    DatabaseSettings settings =
        new DatabaseSettings(
            options.jdbcUrl, options.jdbcUser, PasswordFile.read(options.jdbcPasswordFile));
    DeskSchema.migrate(settings);
    try (Database database = Database.forDesk(settings)) {
      database
          .inOne(connection -> run(changes, tokens, connection, name, role, password))
          .forEach(out()::println);
      out().flush();
      return 0;
    } catch (SQLException failed) {
      throw new UnavailableException(
          "the database at "
              + options.jdbcUrl
              + " "
              + DatabaseRefusal.of(failed)
                  .orElseGet(
                      () ->
                          "cannot be used: "
                              + String.valueOf(failed.getMessage()).lines().findFirst().orElse("")),
          failed);
    }
  }

  private List<String> run(
      Changes changes,
      TokenChanges tokens,
      Connection connection,
      String name,
      @Nullable Role role,
      @Nullable String password)
      throws SQLException {
    return switch (options.verb) {
      case LIST -> Tables.accounts(connection);
      case AUDIT -> Tables.audit(connection, options.most);
      case ADD -> {
        Role needed = Objects.requireNonNull(role);
        yield options.link
            ? changes.addWithLink(connection, name, needed, options.page)
            : changes.add(connection, name, needed, Objects.requireNonNull(password));
      }
      case ROLE -> changes.role(connection, name, Objects.requireNonNull(role));
      case PASSWORD -> changes.password(connection, name, Objects.requireNonNull(password));
      case REMOVE -> changes.remove(connection, name);
      case LINK -> changes.link(connection, name, options.page);
      case TOKEN -> tokens.make(connection, name);
      case TOKENS -> Tables.tokens(connection);
      case UNTOKEN -> tokens.end(connection);
    };
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private String name() {
    boolean needed = !NAMELESS.contains(options.verb);
    if (options.verb == UsersOptions.Verb.UNTOKEN) {
      return "";
    }
    if (options.name == null) {
      if (needed) {
        throw new MisuseException("whose account? Name it after the word that says what to do");
      }
      return "";
    }
    if (!needed) {
      throw new MisuseException("Unexpected argument '" + options.name + "'.");
    }
    String name = Accounts.name(options.name);
    boolean isGuest = options.verb == UsersOptions.Verb.REMOVE && Guests.isName(name);
    if (!isGuest && !Accounts.isName(name)) {
      throw new MisuseException("'" + options.name + "' is no name: give " + Accounts.NAMES);
    }
    return name;
  }

  private @Nullable Role role() {
    boolean needed =
        options.verb == UsersOptions.Verb.ADD || options.verb == UsersOptions.Verb.ROLE;
    String told = options.role;
    if (!needed || told == null) {
      if (needed) {
        throw new MisuseException("--role is missing: reader, analyst, approver or admin");
      }
      if (told != null) {
        throw new MisuseException("--role belongs to add and role");
      }
      return null;
    }
    return Role.find(told)
        .orElseThrow(
            () ->
                new MisuseException(
                    "--role: no role '" + told + "', expected reader, analyst, approver or admin"));
  }

  private @Nullable String password() {
    boolean needed =
        (options.verb == UsersOptions.Verb.ADD && !options.link)
            || options.verb == UsersOptions.Verb.PASSWORD;
    Path file = options.passwordFile;
    if (!needed) {
      if (file != null) {
        throw new MisuseException("--passwordFile belongs to password, and to add without --link");
      }
      return null;
    }
    String password = file == null ? typed() : read(file);
    if (password.length() < Passwords.LEAST || password.length() > Passwords.MOST) {
      throw new MisuseException(
          "the password has "
              + password.length()
              + " characters, expected "
              + Passwords.LEAST
              + " to "
              + Passwords.MOST);
    }
    return Passwords.hash(password);
  }

  private String typed() {
    return typed
        .password()
        .map(String::new)
        .orElseThrow(
            () ->
                new MisuseException(
                    "this is not a terminal, so nobody can be asked for the password: give"
                        + " --passwordFile=FILE"));
  }

  /** The first line, as editors end it. */
  private static String read(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new MisuseException("--passwordFile: " + file + " cannot be read", unreadable);
    }
  }
}
