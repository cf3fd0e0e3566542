package weir.dashboard.web;

import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.regex.Pattern;
import weir.dashboard.access.Role;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Operation;

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
  OPEN_API(HandlerType.GET, "/api/openapi.json", Need.ANYBODY),
  MODEL(HandlerType.GET, "/api/model", Need.READER),
  OIDC(HandlerType.GET, "/api/oidc", Need.ANYBODY),
  OIDC_BEGIN(HandlerType.GET, "/api/oidc/begin", Need.ANYBODY),
  OIDC_BACK(HandlerType.GET, "/api/oidc/back", Need.ANYBODY),
  CASE(HandlerType.GET, "/api/cases", Need.MEMBER),
  CASE_NOTE(HandlerType.POST, "/api/cases/note", Need.ANALYST),
  CASE_EVIDENCE(HandlerType.GET, "/api/cases/evidence", Need.MEMBER),
  CASE_EXPORT(HandlerType.GET, "/api/cases/export", Need.ANALYST),
  QUEUE(HandlerType.GET, "/api/queue", Need.MEMBER),
  TAKE(HandlerType.POST, "/api/queue/take", Need.ANALYST),
  GIVE_BACK(HandlerType.POST, "/api/queue/give-back", Need.ANALYST),
  SUMMARY(HandlerType.POST, "/api/queue/summary", Need.ANALYST),
  BULK(HandlerType.POST, "/api/queue/bulk", Need.ANALYST),
  BULK_PROGRESS(HandlerType.GET, "/api/queue/bulk", Need.MEMBER),
  RULES(HandlerType.GET, "/api/rules", Need.MEMBER),
  RULES_BOOK(HandlerType.GET, "/api/rules/book", Need.MEMBER),
  RULES_PROPOSAL(HandlerType.GET, "/api/rules/proposal", Need.MEMBER),
  RULES_CHECK(HandlerType.POST, "/api/rules/check", Need.ANALYST),
  RULES_PROPOSE(HandlerType.POST, "/api/rules/propose", Need.ANALYST),
  RULES_SET(HandlerType.POST, "/api/rules/set", Need.ANALYST),
  RULES_ROLL_BACK(HandlerType.POST, "/api/rules/roll-back", Need.ANALYST),
  RULES_WITHDRAW(HandlerType.POST, "/api/rules/withdraw", Need.ANALYST),
  RULES_AGREE(HandlerType.POST, "/api/rules/agree", Need.APPROVER),
  RULES_REJECT(HandlerType.POST, "/api/rules/reject", Need.APPROVER),
  RULES_TEST(HandlerType.POST, "/api/rules/backtest", Need.ANALYST),
  RULES_END_TEST(HandlerType.POST, "/api/rules/backtest/cancel", Need.ANALYST),
  LISTS(HandlerType.GET, "/api/lists", Need.MEMBER),
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

  /** What it does, for those who write programs. */
  About about() {
    return switch (this) {
      case PAGE -> AboutPage.PAGE;
      case D3_ARRAY, D3_GEO -> AboutPage.LIBRARY;
      case HEALTH -> AboutPage.HEALTH;
      case METRICS -> AboutPage.METRICS;
      case EVENTS -> AboutPage.EVENTS;
      case ROOM -> AboutPage.ROOM;
      case ALERTS -> AboutAlerts.SEARCH;
      case GROUNDS -> AboutAlerts.GROUNDS;
      case ALERT -> AboutAlerts.ONE;
      case DEAD_LETTERS -> AboutAlerts.DEAD_LETTERS;
      case USER -> AboutAlerts.OF_USER;
      case ME -> AboutDesk.ME;
      case SIGN_IN -> AboutDesk.SIGN_IN;
      case SIGN_OUT -> AboutDesk.SIGN_OUT;
      case DECISIONS -> AboutDesk.DECISIONS;
      case DECIDE -> AboutDesk.DECIDE;
      case AUDIT -> AboutDesk.AUDIT;
      case OPEN_API -> AboutPage.OPEN_API;
      case MODEL -> AboutDesk.MODEL;
      case OIDC -> AboutDesk.OIDC;
      case OIDC_BEGIN -> AboutDesk.OIDC_BEGIN;
      case OIDC_BACK -> AboutDesk.OIDC_BACK;
      case CASE -> AboutCases.CASE;
      case CASE_NOTE -> AboutCases.NOTE;
      case CASE_EVIDENCE -> AboutCases.EVIDENCE;
      case CASE_EXPORT -> AboutCases.EXPORT;
      case QUEUE -> AboutQueue.QUEUE;
      case TAKE -> AboutQueue.TAKE;
      case GIVE_BACK -> AboutQueue.GIVE_BACK;
      case SUMMARY -> AboutQueue.SUMMARY;
      case BULK -> AboutQueue.BULK;
      case BULK_PROGRESS -> AboutQueue.BULK_PROGRESS;
      case RULES -> AboutRules.RULES;
      case RULES_BOOK -> AboutRules.BOOK;
      case RULES_PROPOSAL -> AboutRules.PROPOSAL;
      case RULES_CHECK -> AboutRules.CHECK;
      case RULES_PROPOSE -> AboutRules.PROPOSE;
      case RULES_SET -> AboutRules.SET;
      case RULES_ROLL_BACK -> AboutRules.ROLL_BACK;
      case RULES_WITHDRAW -> AboutRules.WITHDRAW;
      case RULES_AGREE -> AboutRules.AGREE;
      case RULES_REJECT -> AboutRules.REJECT;
      case RULES_TEST -> AboutRules.TEST;
      case RULES_END_TEST -> AboutRules.END_TEST;
      case LISTS -> AboutRules.LISTS;
      case LISTS_CHANGE -> AboutRules.LISTS_CHANGE;
      case SNOOZES -> AboutRules.SNOOZES;
    };
  }

  /** Its description for programs; its id is its name here, as deadLetters. */
  Operation operation() {
    String words = name().toLowerCase(Locale.ROOT);
    String id =
        Pattern.compile("_(.)")
            .matcher(words)
            .replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
    return new Operation(id, method.name(), path, need.role().map(Role::code), changes(), about());
  }

  /** Whether asking changes something. */
  boolean changes() {
    return method != HandlerType.GET;
  }
}
