package weir.dashboard.web;

import io.javalin.http.HandlerType;

/** Every address that is no file of the page, and who may ask it. There are no others. */
enum Address {
  /** The page without anything in it; who has to sign in is sent to do so. */
  PAGE(HandlerType.GET, "/", Need.ANYBODY),
  D3_ARRAY(HandlerType.GET, "/lib/d3-array.js", Need.ANYBODY),
  D3_GEO(HandlerType.GET, "/lib/d3-geo.js", Need.ANYBODY),
  HEALTH(HandlerType.GET, "/healthz", Need.ANYBODY),
  METRICS(HandlerType.GET, "/metrics", Need.READER),
  EVENTS(HandlerType.GET, "/api/events", Need.READER),
  ROOM(HandlerType.GET, "/api/room", Need.READER),
  ALERTS(HandlerType.GET, "/api/alerts", Need.READER),
  GROUNDS(HandlerType.GET, "/api/grounds", Need.READER),
  ALERT(HandlerType.GET, "/api/alert", Need.READER),
  DEAD_LETTERS(HandlerType.GET, "/api/dead-letters", Need.READER),
  USER(HandlerType.GET, "/api/user", Need.READER),
  ME(HandlerType.GET, "/api/me", Need.ANYBODY),
  SIGN_IN(HandlerType.POST, "/api/sign-in", Need.ANYBODY),
  SIGN_OUT(HandlerType.POST, "/api/sign-out", Need.READER),
  DECISIONS(HandlerType.GET, "/api/decisions", Need.READER),
  DECIDE(HandlerType.POST, "/api/decisions", Need.ANALYST),
  AUDIT(HandlerType.GET, "/api/audit", Need.ADMIN),
  RULES(HandlerType.GET, "/api/rules", Need.READER),
  RULES_BOOK(HandlerType.GET, "/api/rules/book", Need.READER),
  RULES_PROPOSAL(HandlerType.GET, "/api/rules/proposal", Need.READER),
  RULES_CHECK(HandlerType.POST, "/api/rules/check", Need.ANALYST),
  RULES_PROPOSE(HandlerType.POST, "/api/rules/propose", Need.ANALYST),
  RULES_SET(HandlerType.POST, "/api/rules/set", Need.ANALYST),
  RULES_ROLL_BACK(HandlerType.POST, "/api/rules/roll-back", Need.ANALYST),
  RULES_WITHDRAW(HandlerType.POST, "/api/rules/withdraw", Need.ANALYST),
  RULES_AGREE(HandlerType.POST, "/api/rules/agree", Need.APPROVER),
  RULES_REJECT(HandlerType.POST, "/api/rules/reject", Need.APPROVER),
  RULES_TEST(HandlerType.POST, "/api/rules/backtest", Need.ANALYST),
  RULES_END_TEST(HandlerType.POST, "/api/rules/backtest/cancel", Need.ANALYST),
  LISTS(HandlerType.GET, "/api/lists", Need.READER),
  LISTS_CHANGE(HandlerType.POST, "/api/lists", Need.APPROVER),
  SNOOZES(HandlerType.POST, "/api/snoozes", Need.ANALYST);

  private final HandlerType method;
  private final String path;
  private final Need need;

  Address(HandlerType method, String path, Need need) {
    this.method = method;
    this.path = path;
    this.need = need;
  }

  HandlerType method() {
    return method;
  }

  String path() {
    return path;
  }

  Need need() {
    return need;
  }

  /** Whether asking changes something. */
  boolean changes() {
    return method != HandlerType.GET;
  }
}
