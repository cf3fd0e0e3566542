package weir.dashboard.web;

import java.util.Arrays;
import java.util.List;
import weir.dashboard.live.Found;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Parameter;
import weir.dashboard.store.DeadRecord;
import weir.dashboard.store.Grounds;
import weir.dashboard.store.Lookups;
import weir.model.Severity;

/** What the addresses about alerts and payments do. */
final class AboutAlerts {
  static final About SEARCH =
      filtered(
          About.list(
              Found.Message.class,
              "Alerts that pass, at most 200 of them; by risk at most 1000, with the other alerts"
                  + " of the same users."));

  static final About GROUNDS =
      filtered(
          About.list(
              Grounds.Ground.class,
              "The payments and places that these alerts rest on, as far as PostgreSQL has them."));

  static final About ONE =
      About.answer(
              Lookups.AlertDetail.class,
              "One alert, and what its user paid around it; the timeline is null without"
                  + " PostgreSQL.")
          .needs("id", "The alert")
          .or(404, "There is no such alert");

  static final About OF_USER =
      About.answer(Lookups.UserDetail.class, "A user's newest payments and alerts.")
          .needs("id", "The user");

  static final About DEAD_LETTERS =
      About.list(DeadRecord.class, "The newest records that were not judged, 50 at most.")
          .needs("reason", "Why they were not judged, such as malformed");

  private AboutAlerts() {}

  private static About filtered(About about) {
    return about
        .query("rule", "Alerts of this rule only")
        .query("severity", "Alerts of this severity only", severities())
        .query("user", "Alerts of this user only")
        .query("text", "Alerts with this text in an id, the reason or a key")
        .query("since", "Alerts that were found at this time or later", Parameter.Kind.TIME)
        .query("order", "By time (the default), or the gravest first", List.of("newest", "risk"));
  }

  static List<String> severities() {
    return Arrays.stream(Severity.values()).map(Severity::code).toList();
  }
}
