package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.dashboard.desk.BulkWish;
import weir.dashboard.desk.Bulks;
import weir.dashboard.desk.Kind;
import weir.dashboard.queue.CaseFilter;
import weir.dashboard.store.OpenCases;

/** What one sends to work in the queue. */
final class QueueWish {
  /** Two hundred cases with long names. */
  static final int MOST_BYTES = 512 << 10;

  private static final int LONGEST_PLACE = 4000;
  private static final int LONGEST_FILTER = 256;
  private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");

  private QueueWish() {}

  /**
   * What to take: a user, or the next case that passes a filter.
   *
   * @param after the place behind which to look for the next one
   */
  record Take(
      @Nullable String user,
      @Nullable Boolean next,
      @Nullable Boolean takeOver,
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String text,
      @Nullable String amount,
      @Nullable String after) {
    static Take of(Body body) {
      return new Take(
          userIn(body),
          body.isTrue("next"),
          body.isTrue("takeOver"),
          body.text("severity", LONGEST_FILTER),
          body.text("rule", LONGEST_FILTER),
          body.text("text", LONGEST_FILTER),
          body.text("amount", LONGEST_FILTER),
          body.text("after", LONGEST_PLACE));
    }

    CaseFilter filter() {
      return QueueWish.filter(severity, rule, /* user= */ null, text, amount, /* held= */ null);
    }
  }

  /** A case, by its user. */
  record One(String user) {
    static One of(Body body) {
      String user = userIn(body);
      if (user == null) {
        throw new BadRequestResponse("Say which case: a user");
      }
      return new One(user);
    }
  }

  /** Cases to look at. */
  record Some(List<OpenCases.Wanted> cases) {
    static Some of(Body body) {
      return new Some(some(casesIn(body)));
    }
  }

  /**
   * A decision about many cases.
   *
   * @param id a UUID by which the same wish is done once, however often it is sent
   * @param decision fraud or dismissed; absent if one is taken back
   * @param undo the bulk decision to take back
   */
  record Many(
      @Nullable String id,
      @Nullable String decision,
      @Nullable String undo,
      @Nullable String note,
      @Nullable List<OpenCases.Wanted> cases) {
    static Many of(Body body) {
      return new Many(
          body.text("id", DeskAnswers.LONGEST_ID),
          body.text("decision", DeskAnswers.LONGEST_ID),
          body.text("undo", DeskAnswers.LONGEST_ID),
          body.text("note", DeskAnswers.LONGEST_NOTE),
          casesIn(body));
    }

    BulkWish wish() {
      if ((undo == null) == (decision == null)) {
        throw new BadRequestResponse("Send a decision, fraud or dismissed; or what to undo");
      }
      return new BulkWish(
          DeskAnswers.id(id),
          decision == null ? null : kind(decision),
          undo == null ? null : DeskAnswers.uuid("undo", undo),
          DeskAnswers.said(note),
          undo == null ? some(cases) : List.of());
    }

    private static Kind kind(String decision) {
      return Kind.find(decision)
          .filter(kind -> kind == Kind.FRAUD || kind == Kind.DISMISSED)
          .orElseThrow(() -> new BadRequestResponse("A bulk decision is fraud or dismissed"));
    }
  }

  /** The cases that pass all that is given here. */
  static CaseFilter filter(
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String user,
      @Nullable String text,
      @Nullable String amount,
      @Nullable String held) {
    if (severity != null && !SEVERITIES.contains(severity)) {
      throw new BadRequestResponse("severity must be critical, high, medium or low");
    }
    return new CaseFilter(severity, rule, user, text, amount(amount), held(held));
  }

  private static @Nullable BigDecimal amount(@Nullable String amount) {
    if (amount == null) {
      return null;
    }
    if (!amount.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      throw new BadRequestResponse("amount must be a number such as 1000 or 99.50");
    }
    return new BigDecimal(amount);
  }

  private static CaseFilter.@Nullable Held held(@Nullable String held) {
    if (held == null) {
      return null;
    }
    return switch (held.toLowerCase(Locale.ROOT)) {
      case "nobody" -> CaseFilter.Held.NOBODY;
      case "me" -> CaseFilter.Held.ME;
      default -> throw new BadRequestResponse("held must be nobody or me");
    };
  }

  private static @Nullable String userIn(Body body) {
    return body.text("user", DeskAnswers.LONGEST_ID);
  }

  private static List<OpenCases.Wanted> casesIn(Body body) {
    List<OpenCases.Wanted> cases = new ArrayList<>();
    Set<String> users = new HashSet<>();
    for (Body each : body.objects("cases", Bulks.MOST)) {
      String user = userIn(each);
      if (user == null || !users.add(user)) {
        throw new BadRequestResponse("Each case needs a user, and each user stands there once");
      }
      cases.add(new OpenCases.Wanted(user, each.whole("seenUntil")));
    }
    return cases;
  }

  private static List<OpenCases.Wanted> some(@Nullable List<OpenCases.Wanted> cases) {
    if (cases == null || cases.isEmpty()) {
      throw new BadRequestResponse("Say which cases: a list of objects with a user each");
    }
    return cases;
  }
}
