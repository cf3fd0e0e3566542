package weir.dashboard.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.Decision;
import weir.dashboard.desk.Desk;
import weir.dashboard.evidence.Bounded;
import weir.dashboard.evidence.Figures;
import weir.dashboard.evidence.Frozen;
import weir.dashboard.evidence.SharedKey;
import weir.dashboard.live.Found;
import weir.dashboard.store.AlertsToDecide;
import weir.dashboard.store.Database;
import weir.model.Json;

/** Puts all of a case together, and says where it is not all. */
final class Export {
  private static final Material.Most MOST = new Material.Most(10_000, 1000);

  /** Each piece of evidence may be long: those of the newest decisions are in the file. */
  private static final int MOST_PIECES = 200;

  private static final int MOST_CHARACTERS = 8 << 20;

  private final AlertsToDecide alerts;
  private final Desk desk;

  Export(AlertsToDecide alerts, Desk desk) {
    this.alerts = alerts;
    this.desk = desk;
  }

  /** The case of this user, if anything is known of one. */
  Optional<CaseFile> of(Database open, String user, Visitor visitor) throws SQLException {
    List<Found> found = alerts.ofUser(user, MOST.rest() + 1);
    List<Decision> decisions = desk.ofUser(user, MOST.rest() + 1);
    return open.ask(
        connection -> {
          Material material = Material.of(connection, user, found, decisions, MOST);
          return material.isEmpty()
              ? Optional.empty()
              : Optional.of(file(connection, user, material, visitor));
        });
  }

  private CaseFile file(Connection connection, String user, Material material, Visitor visitor)
      throws SQLException {
    List<String> intents = material.decisions().stream().map(Decision::intent).distinct().toList();
    List<Frozen> frozen = frozen(connection, intents);
    return new CaseFile(
        CaseFile.FORM,
        user,
        visitor.name(),
        Json.time(System.currentTimeMillis()),
        cut(material, frozen.size()),
        Frozen.sha256(
            frozen.stream().map(each -> each.sha256() + "\n").collect(Collectors.joining())),
        Figures.of(connection, user),
        SharedKey.of(connection, user),
        Timeline.of(material),
        material.decisions(),
        material.notes(),
        material.labels(),
        pieces(connection, user, frozen),
        material.alerts().stream()
            .map(each -> new CaseFile.AlertThen(Json.time(each.detectedAt()), each.json()))
            .toList(),
        material.payments());
  }

  /** In the order of the decisions, the newest first. */
  private static List<Frozen> frozen(Connection connection, List<String> intents)
      throws SQLException {
    List<String> newest = intents.subList(0, Math.min(MOST_PIECES, intents.size()));
    Map<String, Frozen> byIntent = new LinkedHashMap<>();
    Frozen.of(connection, newest).forEach(each -> byIntent.put(each.intent(), each));
    List<Frozen> ordered = new ArrayList<>();
    for (String intent : newest) {
      Frozen each = byIntent.get(intent);
      if (each != null) {
        ordered.add(each);
      }
    }
    return Bounded.first(ordered, Frozen::content, MOST_CHARACTERS);
  }

  private List<CaseFile.Piece> pieces(Connection connection, String user, List<Frozen> frozen)
      throws SQLException {
    List<JsonNode> then = frozen.stream().map(each -> Differences.tree(each.content())).toList();
    Differences differences = new Differences(connection, alerts, user, then);
    List<CaseFile.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < frozen.size(); i++) {
      Frozen each = frozen.get(i);
      pieces.add(
          new CaseFile.Piece(
              each.intent(),
              each.sha256(),
              each.isIntact(),
              each.content(),
              differences.of(then.get(i))));
    }
    return pieces;
  }

  private static List<String> cut(Material material, int pieces) {
    List<String> cut = new ArrayList<>(material.cut());
    if (pieces < material.sums().size()) {
      cut.add("Only the newest " + pieces + " pieces of evidence are here.");
    }
    return cut;
  }
}
