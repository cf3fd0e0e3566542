package weir.dashboard.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.dashboard.desk.Decision;
import weir.model.Json;

/** Frozen evidence as tables: the values as they were, and what was different later. */
final class EvidenceHtml {
  private static final List<String> ALERT =
      List.of(
          "eventTime",
          "alertId",
          "rule",
          "ruleVersion",
          "severity",
          "status",
          "mode",
          "transactionId",
          "observed",
          "limit",
          "unit",
          "values",
          "by",
          "reason");

  private static final List<String> PAYMENT =
      List.of(
          "time",
          "id",
          "amount",
          "currency",
          "merchant",
          "device",
          "city",
          "country",
          "flagged",
          "rules",
          "score",
          "fields");

  private static final List<String> FIGURES =
      List.of(
          "currency", "payments", "flagged", "sum", "usual", "high", "most", "lastDay", "usualDay");

  private EvidenceHtml() {}

  static void write(CaseFile file, Html html) {
    html.heading("Evidence as it was when somebody decided");
    if (file.evidence().isEmpty()) {
      html.element("p", "None was kept.");
    }
    for (CaseFile.Piece each : file.evidence()) {
      piece(file, each, html);
    }
  }

  private static void piece(CaseFile file, CaseFile.Piece piece, Html html) {
    JsonNode then = Differences.tree(piece.content());
    html.element("h3", title(file, piece, then))
        .markup("<dl>")
        .element("dt", "SHA-256")
        .element("dd", piece.sha256() + (piece.intact() ? "" : ", which it no longer has"))
        .markup("</dl>");
    List<JsonNode> alerts = new ArrayList<>();
    then.path("alerts").forEach(found -> alerts.add(found.path("alert")));
    alerts("Alerts as they were", alerts, html);
    table("Payments as they were judged", PAYMENT, then.path("payments"), html);
    table("The user's figures", FIGURES, then.path("figures").path("currencies"), html);
    table(
        "Shared with other flagged users",
        List.of("name", "value", "users"),
        then.path("shared"),
        html);
    if (piece.differences().isEmpty()) {
      html.element("p", "Nothing was different when this file was made.");
      return;
    }
    html.table("Different when this file was made", "About", "Field", "Was", "Is");
    for (Difference each : piece.differences()) {
      html.row(List.of(each.about(), each.field(), each.was(), each.is()));
    }
    html.end();
  }

  private static String title(CaseFile file, CaseFile.Piece piece, JsonNode then) {
    return file.decisions().stream()
        .filter(each -> each.intent().equals(piece.intent()))
        .findFirst()
        .map(EvidenceHtml::title)
        .orElseGet(() -> then.path("time").asText());
  }

  private static String title(Decision decision) {
    return decision.kind() + " by " + decision.who() + ", " + Json.time(decision.at());
  }

  /** Alerts by their JSON form. */
  static void alerts(String caption, Iterable<JsonNode> alerts, Html html) {
    table(caption, ALERT, alerts, html);
  }

  private static void table(
      String caption, List<String> columns, Iterable<JsonNode> rows, Html html) {
    html.table(caption, columns.toArray(new String[0]));
    for (JsonNode each : rows) {
      List<@Nullable String> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(text(column, each.path(column))));
      html.row(cells);
    }
    html.end();
  }

  private static String text(String column, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (column.equals("time") && value.isIntegralNumber()) {
      return Json.time(value.longValue());
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isTextual() ? Objects.requireNonNull(value.textValue()) : value.toString();
  }
}
