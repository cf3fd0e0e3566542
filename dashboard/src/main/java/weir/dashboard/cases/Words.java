package weir.dashboard.cases;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.model.Json;

/** Entries of a timeline in words. */
final class Words {
  private Words() {}

  static String of(Entry entry) {
    return switch (entry.kind()) {
      case "alert" -> "Alert: " + entry.what() + " (" + entry.state() + ")";
      case "decision" ->
          "Decision: "
              + entry.what()
              + (entry.state() == null ? "" : ", again " + entry.state())
              + (entry.about() == 1 ? "" : ", about " + entry.about());
      case "note" -> "Note";
      case "label" -> "Label: " + entry.what();
      default -> folded(entry.folded());
    };
  }

  private static String folded(Entry.@Nullable Folded folded) {
    if (folded == null) {
      return "";
    }
    return folded.payments()
        + (folded.payments() == 1 ? " payment" : " payments")
        + (folded.flagged() == 0 ? "" : ", " + folded.flagged() + " flagged")
        + " since "
        + Json.time(folded.from());
  }

  static String more(Entry entry) {
    Entry.Folded folded = entry.folded();
    if (folded != null) {
      return folded.sums().stream()
          .map(each -> each.amount() + " " + each.currency())
          .collect(Collectors.joining(", "));
    }
    Long until = entry.until();
    return Stream.of(
            entry.text(),
            entry.payment() == null ? "" : "payment " + entry.payment(),
            entry.alert() == null ? "" : "alert " + entry.alert(),
            until == null ? "" : "until " + Json.time(until),
            entry.sha256() == null ? "" : "evidence " + entry.sha256())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
