package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import org.jspecify.annotations.Nullable;
import weir.dashboard.notices.ListDesk;
import weir.dashboard.rules.RuleDesk;
import weir.dashboard.rules.Setting;
import weir.filter.ListName;
import weir.notice.NoticeJson;
import weir.rules.Snoozes;

/**
 * What one sends to change rules and lists. The {@code id} of each is a UUID by which the same wish
 * is done once, however often it is sent.
 */
final class RuleWish {
  /** A text in JSON has up to six letters for one. */
  static final int MOST_BYTES = 2 << 20;

  /** The name of who agrees is put behind it, and a notice takes a thousand. */
  private static final int LONGEST_COMMENT = 800;

  private RuleWish() {}

  /** A whole rule book in YAML. */
  record Text(String text) {
    static Text of(Body body) {
      return new Text(bookIn(body));
    }
  }

  /**
   * A proposal.
   *
   * @param base the number of the book that it changes
   * @param trial whether rules that are new or changed begin on trial
   * @param replaces the proposal that it takes the place of
   */
  record Book(
      @Nullable String id,
      String text,
      @Nullable String comment,
      @Nullable Long base,
      @Nullable Boolean trial,
      @Nullable Long replaces) {
    static Book of(Body body) {
      return new Book(
          idIn(body),
          bookIn(body),
          commentIn(body),
          body.whole("base"),
          body.isTrue("trial"),
          body.whole("replaces"));
    }

    RuleDesk.Wish wish() {
      return new RuleDesk.Wish(
          DeskAnswers.id(id),
          text,
          DeskAnswers.said(comment),
          base == null ? null : (Integer) number(base),
          Boolean.TRUE.equals(trial),
          replaces);
    }
  }

  /**
   * Another mode of one rule.
   *
   * @param mode live, shadow or rollout
   * @param share of the users whom a rollout is for, such as 10 %
   */
  record Mode(
      @Nullable String id,
      String rule,
      String mode,
      @Nullable String share,
      @Nullable String comment) {
    static Mode of(Body body) {
      return new Mode(
          idIn(body),
          required(body, "rule"),
          required(body, "mode"),
          body.text("share", DeskAnswers.LONGEST_ID),
          commentIn(body));
    }

    Setting setting() {
      return new Setting(rule, mode, share);
    }
  }

  /** An earlier book. */
  record Earlier(@Nullable String id, long number, @Nullable String comment) {
    static Earlier of(Body body) {
      return new Earlier(idIn(body), required("number", body.whole("number")), commentIn(body));
    }
  }

  /** A proposal, by its number. */
  record About(long proposal, @Nullable String comment) {
    static About of(Body body) {
      return new About(required("proposal", body.whole("proposal")), commentIn(body));
    }
  }

  /**
   * A member of a list.
   *
   * @param change add or remove
   * @param until when it ends by itself
   */
  record Member(
      @Nullable String id,
      String list,
      String member,
      String change,
      @Nullable Long until,
      @Nullable String note) {
    static Member of(Body body) {
      return new Member(
          idIn(body),
          required(body, "list"),
          required(body, "member"),
          required(body, "change"),
          body.whole("until"),
          noteIn(body));
    }

    ListDesk.Wish wish() {
      if (list.equals(Snoozes.LIST)) {
        throw new BadRequestResponse("Snoozes are changed by /api/snoozes");
      }
      if (!ListName.isOne(list)) {
        throw new BadRequestResponse("A list is called by " + ListName.FORM);
      }
      if (!change.equals("add") && !change.equals("remove")) {
        throw new BadRequestResponse("A change is add or remove");
      }
      return new ListDesk.Wish(
          DeskAnswers.id(id), list, member, change.equals("add"), until, DeskAnswers.said(note));
    }
  }

  /**
   * A snooze.
   *
   * @param until when it ends; absent to end it now
   */
  record Snooze(
      @Nullable String id, String rule, String user, @Nullable Long until, @Nullable String note) {
    static Snooze of(Body body) {
      return new Snooze(
          idIn(body),
          required(body, "rule"),
          required(body, "user"),
          body.whole("until"),
          noteIn(body));
    }
  }

  /** A number of a book; what no book can have becomes one that none has. */
  static int number(long number) {
    return (int) Math.max(-1, Math.min(number, Integer.MAX_VALUE));
  }

  private static String bookIn(Body body) {
    String text = body.text("text", NoticeJson.MOST_BYTES);
    if (text == null) {
      throw new BadRequestResponse("Send a text: the whole rule book in YAML");
    }
    return text;
  }

  private static String required(Body body, String name) {
    String text = body.text(name, DeskAnswers.LONGEST_ID);
    if (text == null || text.isBlank()) {
      throw new BadRequestResponse("Send " + name);
    }
    return text;
  }

  private static long required(String name, @Nullable Long number) {
    if (number == null) {
      throw new BadRequestResponse("Send " + name + ": a number");
    }
    return number;
  }

  private static @Nullable String idIn(Body body) {
    return body.text("id", DeskAnswers.LONGEST_ID);
  }

  private static @Nullable String commentIn(Body body) {
    return body.text("comment", LONGEST_COMMENT);
  }

  private static @Nullable String noteIn(Body body) {
    return body.text("note", DeskAnswers.LONGEST_NOTE);
  }
}
