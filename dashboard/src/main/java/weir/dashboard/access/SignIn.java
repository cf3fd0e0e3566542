package weir.dashboard.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.Database;

/** Lets people in who know a password, or have a link that was not used yet. */
public final class SignIn {
  private static final int OF_ONE_NAME = 10;
  private static final int OF_ONE_ADDRESS = 50;

  /** Each takes 19 MiB for a moment. */
  private static final int AT_ONCE = 2;

  private static final long PATIENCE_MILLIS = 3000;
  private static final String REFUSED = "sign-in refused";

  /**
   * How it ended.
   *
   * @param token of the new session; absent if nobody was let in
   * @param pause how long until the next attempt; zero unless there were too many
   * @param why what to tell if nobody was let in
   */
  public record Outcome(@Nullable String token, Duration pause, String why) {
    private static Outcome in(String token) {
      return new Outcome(token, Duration.ZERO, "");
    }

    private static Outcome refused(String why) {
      return new Outcome(null, Duration.ZERO, why);
    }
  }

  private final Attempts ofNames;
  private final Attempts ofAddresses;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public SignIn() {
    this(System::nanoTime);
  }

  SignIn(LongSupplier nanos) {
    ofNames = new Attempts(OF_ONE_NAME, nanos);
    ofAddresses = new Attempts(OF_ONE_ADDRESS, nanos);
  }

  /**
   * By a password.
   *
   * @param before the token that the browser had; its session ends
   */
  public Outcome byPassword(
      Database desk, String typed, String password, @Nullable String before, String from)
      throws SQLException {
    String name = Accounts.name(typed);
    Duration wait = longer(ofAddresses.take(from), ofNames.take(name));
    if (!wait.isZero()) {
      return tooMany(wait);
    }
    Optional<Accounts.Account> account = desk.ask(connection -> Accounts.find(connection, name));
    boolean right = isRight(password, account.map(Accounts.Account::password).orElse(null));
    if (account.isEmpty() || !right) {
      desk.inOne(
          connection -> {
            Audit.write(connection, new Visitor("", from), REFUSED, name, "wrong name or password");
            return true;
          });
      return Outcome.refused("The name or the password is wrong");
    }
    ofNames.forget(name);
    ofAddresses.giveBack(from);
    return Outcome.in(
        desk.inOne(connection -> begin(connection, account.get(), before, "by password", from)));
  }

  /** By a link that leads in once. */
  public Outcome byLink(Database desk, String link, @Nullable String before, String from)
      throws SQLException {
    Duration wait = ofAddresses.take(from);
    if (!wait.isZero()) {
      return tooMany(wait);
    }
    Optional<String> token =
        desk.inOne(
            connection -> {
              Optional<Accounts.Account> account = Accounts.takeLink(connection, link);
              if (account.isEmpty()) {
                Audit.write(connection, new Visitor("", from), REFUSED, "", "a link");
                return Optional.empty();
              }
              return Optional.of(begin(connection, account.get(), before, "by a link", from));
            });
    if (token.isEmpty()) {
      return Outcome.refused("This link was used before, or is too old: ask for another one");
    }
    ofAddresses.giveBack(from);
    return Outcome.in(token.get());
  }

  /** Counts a wrong token as an attempt; returns how long to wait if there were too many. */
  public Duration wrongToken(Database desk, String from) throws SQLException {
    Duration wait = ofAddresses.take(from);
    if (wait.isZero()) {
      desk.inOne(
          connection -> {
            Audit.write(connection, new Visitor("", from), REFUSED, "", "a token");
            return true;
          });
    }
    return wait;
  }

  /** How long somebody at this address has to wait before they may try by a provider. */
  public Outcome attempt(String from) {
    Duration wait = ofAddresses.take(from);
    return wait.isZero() ? Outcome.refused("") : tooMany(wait);
  }

  /**
   * By a provider, which has said who it is.
   *
   * @param before the session that the browser had, or nothing
   */
  public Outcome byProvider(Database desk, Guest guest, String before, String from)
      throws SQLException {
    Role role = guest.role();
    if (role == null) {
      desk.inOne(connection -> refuse(connection, guest, from));
      return Outcome.refused("no role");
    }
    ofAddresses.giveBack(from);
    return Outcome.in(
        desk.inOne(
            connection -> {
              Sessions.end(connection, before);
              Guests.Known known = Guests.note(connection, guest, role);
              Audit.write(
                  connection,
                  new Visitor(known.name(), from),
                  "signed in",
                  known.name(),
                  "as " + role.code() + " by " + guest.issuer());
              return Sessions.begin(connection, known.name(), known.version());
            }));
  }

  /** Whoever has no role any more is out at once. */
  private static boolean refuse(Connection connection, Guest guest, String from)
      throws SQLException {
    Optional<Guests.Known> known = Guests.find(connection, guest);
    if (known.isPresent()) {
      Guests.end(connection, known.get());
    }
    String name = known.map(Guests.Known::name).orElseGet(() -> Guests.name(guest, ""));
    Audit.write(connection, new Visitor("", from), REFUSED, name, "no role by " + guest.issuer());
    return true;
  }

  /** Notes that a provider let nobody in, or that this was no such sign-in. */
  public void refused(Database desk, String why, String from) throws SQLException {
    desk.inOne(
        connection -> {
          Audit.write(connection, new Visitor("", from), REFUSED, "", why);
          return true;
        });
  }

  private static String begin(
      Connection connection,
      Accounts.Account account,
      @Nullable String before,
      String how,
      String from)
      throws SQLException {
    if (before != null) {
      Sessions.end(connection, Tokens.hash(before));
    }
    Audit.write(connection, new Visitor(account.name(), from), "signed in", account.name(), how);
    return Sessions.begin(connection, account.name(), account.version());
  }

  private boolean isRight(String password, @Nullable String kept) throws SQLException {
    try {
      if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new SQLException("too many sign in at once");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLException("stopped", stopped);
    }
    try {
      return Passwords.matches(password, kept);
    } finally {
      places.release();
    }
  }

  /** Those that came before are in the audit; these would only fill it. */
  private static Outcome tooMany(Duration wait) {
    return new Outcome(
        null, wait, "Too many attempts to sign in: try again in " + minutes(wait) + " min");
  }

  private static long minutes(Duration wait) {
    return wait.plusMinutes(1).minusNanos(1).toMinutes();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
