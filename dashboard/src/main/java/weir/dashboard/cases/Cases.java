package weir.dashboard.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.Decision;
import weir.dashboard.desk.Desk;
import weir.dashboard.evidence.Figures;
import weir.dashboard.evidence.Frozen;
import weir.dashboard.evidence.SharedKey;
import weir.dashboard.live.Found;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;

/** The cases of users. There are some only where people sign in. */
public final class Cases {
  /** For the page. */
  private static final Material.Most SHOWN = new Material.Most(500, 200);

  private final Supplier<Optional<Database>> database;
  private final AlertsToDecide alerts;
  private final Desk desk;

  public Cases(Supplier<Optional<Database>> database, AlertsToDecide alerts, Desk desk) {
    this.database = database;
    this.alerts = alerts;
    this.desk = desk;
  }

  /** The case of this user, if anything is known of one. */
  public Optional<Case> find(String user) throws SQLException {
    List<Found> found = alerts.ofUser(user, SHOWN.rest() + 1);
    List<Decision> decisions = desk.ofUser(user, SHOWN.rest() + 1);
    return open()
        .ask(
            connection -> {
              Material material = Material.of(connection, user, found, decisions, SHOWN);
              return material.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Case(
                          user,
                          Figures.of(connection, user),
                          SharedKey.of(connection, user),
                          Timeline.of(material),
                          !material.cut().isEmpty()));
            });
  }

  /** Writes a note about a user of whom something is known. */
  public Optional<Note> note(UUID wish, String user, String text, Visitor visitor)
      throws SQLException {
    if (!isKnown(user)) {
      return Optional.empty();
    }
    return Optional.of(
        open()
            .inOne(
                connection -> {
                  boolean again = Note.isWritten(connection, wish);
                  Note note = Note.write(connection, wish, user, text, visitor);
                  if (!again) {
                    Audit.write(connection, visitor, "noted", user, text);
                  }
                  return note;
                }));
  }

  private boolean isKnown(String user) throws SQLException {
    boolean inTables =
        open()
            .ask(
                connection ->
                    Query.only(
                        connection,
                        """
                        select exists (select from transactions where user_id = ?)
                          or exists (select from alerts where user_id = ?)
                          or exists (select from desk.decisions where user_id = ?)
                        """,
                        row -> row.getBoolean(1),
                        user,
                        user,
                        user));
    return inTables || !alerts.ofUser(user, 1).isEmpty();
  }

  /** What stood when this was decided, if it was kept. */
  public Optional<Kept> evidence(long decision) throws SQLException {
    return open()
        .ask(
            connection -> {
              Optional<Frozen> frozen = Frozen.ofDecision(connection, decision);
              return frozen.isEmpty()
                  ? Optional.empty()
                  : Optional.of(kept(connection, decision, frozen.get()));
            });
  }

  private Kept kept(Connection connection, long decision, Frozen frozen) throws SQLException {
    JsonNode then = Differences.tree(frozen.content());
    String user = then.path("user").asText();
    return new Kept(
        decision,
        frozen.sha256(),
        frozen.isIntact(),
        frozen.content(),
        new Differences(connection, alerts, user, List.of(then)).of(then));
  }

  /** All of a case, which the audit hears of. */
  public Optional<CaseFile> file(String user, String as, Visitor visitor) throws SQLException {
    Optional<CaseFile> file = new Export(alerts, desk).of(open(), user, visitor);
    if (file.isPresent()) {
      open()
          .inOne(
              connection -> {
                Audit.write(
                    connection,
                    visitor,
                    "exported",
                    user,
                    as + ", evidence " + file.get().checksum());
                return true;
              });
    }
    return file;
  }

  private Database open() throws SQLException {
    return database.get().orElseThrow(() -> new SQLException("there are no accounts"));
  }
}
