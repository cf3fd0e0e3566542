package weir.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.dashboard.live.Live;
import weir.dashboard.store.OpenAlerts.Oldest;
import weir.dashboard.store.OpenAlerts.Picture;
import weir.dashboard.store.Panels.ReasonCount;
import weir.dashboard.store.Panels.RuleCount;
import weir.dashboard.store.Panels.UserCount;
import weir.dashboard.store.Period;
import weir.model.Alert;
import weir.model.Severity;

/** The standing figures without a database: those of the newest alerts, which the feed holds. */
final class MemoryPanels {
  private static final int USERS = 10;

  private record RuleKey(String rule, Severity severity) {}

  private MemoryPanels() {}

  static Map<String, Object> of(Live live) {
    List<Alert> raised =
        live.feed().newest(Feed.MOST).stream().filter(Found::counts).map(Found::alert).toList();
    Map<String, Object> panels = new LinkedHashMap<>();
    panels.put("openAlerts", open(live));
    panels.put("rules", rules(raised));
    panels.put("users", users(raised));
    panels.put("deadLetters", deadLetters(live));
    return panels;
  }

  /** The feed does not know the amounts of payments. */
  private static List<Picture> open(Live live) {
    List<Found> known = live.feed().newest(Feed.MOST);
    long now = System.currentTimeMillis();
    List<Picture> pictures = new ArrayList<>();
    for (Period period : Period.values()) {
      List<Found> open =
          known.stream()
              .filter(Found::counts)
              .filter(found -> found.detectedAt() > period.beginsBefore(now))
              .toList();
      Map<String, Long> severities =
          open.stream()
              .collect(
                  Collectors.groupingBy(
                      found -> found.alert().severity().code(), Collectors.counting()));
      Oldest oldest =
          open.stream()
              .min(Comparator.comparingLong(Found::detectedAt))
              .map(
                  found ->
                      new Oldest(found.alert().id(), found.alert().userId(), found.detectedAt()))
              .orElse(null);
      pictures.add(
          new Picture(
              period.code(), known.size() < Feed.MOST, severities, /* atRisk= */ null, oldest));
    }
    return pictures;
  }

  private static List<RuleCount> rules(List<Alert> raised) {
    return raised.stream()
        .collect(
            Collectors.groupingBy(
                alert -> new RuleKey(alert.ruleId(), alert.severity()), Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            each ->
                new RuleCount(
                    each.getKey().rule(), each.getKey().severity().code(), each.getValue()))
        .sorted(
            Comparator.comparingLong(RuleCount::alerts).reversed().thenComparing(RuleCount::rule))
        .toList();
  }

  private static List<UserCount> users(List<Alert> raised) {
    Function<List<Alert>, Severity> gravest =
        alerts -> alerts.stream().map(Alert::severity).max(Comparator.naturalOrder()).orElseThrow();
    return raised.stream().collect(Collectors.groupingBy(Alert::userId)).entrySet().stream()
        .map(
            each ->
                new UserCount(
                    each.getKey(), each.getValue().size(), gravest.apply(each.getValue()).code()))
        .sorted(
            Comparator.comparingLong(UserCount::alerts).reversed().thenComparing(UserCount::user))
        .limit(USERS)
        .toList();
  }

  private static List<ReasonCount> deadLetters(Live live) {
    return live.deadLetters().byReason().entrySet().stream()
        .map(each -> new ReasonCount(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingLong(ReasonCount::records)
                .reversed()
                .thenComparing(ReasonCount::reason))
        .toList();
  }
}
