package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.backtest.Tested;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.notices.ListDesk;
import weir.dashboard.notices.ListView;
import weir.dashboard.rules.RuleDesk;
import weir.dashboard.rules.RulesRoom;
import weir.dashboard.rules.Setting;
import weir.failure.UnavailableException;
import weir.filter.ListName;
import weir.notice.NoticeJson;
import weir.rules.Snoozes;

/** The rules and lists, and changes of them. */
final class RulesAnswers {
  /** A text in JSON has up to six letters for one. */
  private static final int MOST_BYTES = 2 << 20;

  /** The name of who agrees is put behind it, and a notice takes a thousand. */
  private static final int LONGEST_COMMENT = 800;

  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_ID = 512;

  private final Optional<RulesRoom> room;

  RulesAnswers(Optional<RulesRoom> room) {
    this.room = room;
  }

  /** Adds what it answers. */
  void addTo(Map<Address, Handler> all) {
    all.put(Address.RULES, told(context -> answer(context, room().view().rules())));
    all.put(Address.RULES_BOOK, told(this::book));
    all.put(Address.RULES_PROPOSAL, told(this::proposal));
    all.put(Address.RULES_CHECK, told(this::check));
    all.put(Address.RULES_PROPOSE, told(this::propose));
    all.put(Address.RULES_SET, told(this::set));
    all.put(Address.RULES_ROLL_BACK, told(this::rollBack));
    all.put(Address.RULES_AGREE, told(this::agree));
    all.put(Address.RULES_REJECT, told(this::reject));
    all.put(Address.RULES_WITHDRAW, told(this::withdraw));
    all.put(Address.RULES_TEST, told(this::test));
    all.put(Address.RULES_END_TEST, told(this::endTest));
    all.put(Address.LISTS, told(this::list));
    all.put(Address.LISTS_CHANGE, told(this::change));
    all.put(Address.SNOOZES, told(this::snooze));
  }

  private RulesRoom room() {
    return room.orElseThrow(
        () ->
            new ServiceUnavailableResponse(
                "This page has no Kafka to read rules from: start it with --bootstrapServers"));
  }

  /** The same, with every fault in words. */
  private static Handler told(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (WrongWishException wrong) {
        throw Wrongs.of(wrong);
      } catch (UnavailableException failed) {
        throw new ServiceUnavailableResponse(
            "Nothing was changed: " + String.valueOf(failed.getMessage()));
      }
    };
  }

  private static void answer(Context context, Object answer) {
    WebServer.answer(context, answer);
  }

  private static void answer(Context context, RuleDesk.Outcome outcome) {
    boolean waits = outcome.state().equals("waiting");
    WebServer.answer(context.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK), outcome);
  }

  private static void answer(Context context, ListDesk.Outcome outcome) {
    boolean waits = outcome.state().equals("waiting");
    WebServer.answer(context.status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK), outcome);
  }

  private static Visitor visitor(Context context) {
    return Gate.visitor(Objects.requireNonNull(Gate.session(context)), context);
  }

  /** number=N is the book. */
  private void book(Context context) {
    answer(context, room().view().book((int) asked(context, "number", "/api/rules/book?number=1")));
  }

  /** id=N is the proposal. */
  private void proposal(Context context) throws Exception {
    answer(context, room().view().proposal(asked(context, "id", "/api/rules/proposal?id=1")));
  }

  private static long asked(Context context, String name, String example) {
    String text = Asked.given(context, name);
    try {
      long number = Long.parseLong(String.valueOf(text));
      return Math.min(number, Integer.MAX_VALUE);
    } catch (NumberFormatException wrong) {
      throw new BadRequestResponse("Which one? Ask for " + example);
    }
  }

  private void check(Context context) throws Exception {
    answer(context, room().desk().check(text(Body.of(context, MOST_BYTES))));
  }

  private static String text(Body body) {
    String text = body.text("text", NoticeJson.MOST_BYTES);
    if (text == null) {
      throw new BadRequestResponse("Send a text: the whole rule book in YAML");
    }
    return text;
  }

  private void propose(Context context) throws Exception {
    Body body = Body.of(context, MOST_BYTES);
    Long base = body.whole("base");
    RuleDesk.Wish wish =
        new RuleDesk.Wish(
            id(body),
            text(body),
            comment(body),
            base == null ? null : (Integer) (int) Math.max(-1, Math.min(base, Integer.MAX_VALUE)),
            Objects.equals(body.whole("trial"), 1L),
            body.whole("replaces"));
    answer(context, room().desk().propose(wish, visitor(context)));
  }

  private void set(Context context) throws Exception {
    Body body = Body.of(context);
    Setting setting =
        new Setting(required(body, "rule"), required(body, "mode"), body.text("share", LONGEST_ID));
    answer(context, room().desk().set(id(body), setting, comment(body), visitor(context)));
  }

  private void rollBack(Context context) throws Exception {
    Body body = Body.of(context);
    int number = (int) Math.max(-1, Math.min(number(body, "number"), Integer.MAX_VALUE));
    answer(context, room().desk().rollBack(id(body), number, comment(body), visitor(context)));
  }

  private void agree(Context context) throws Exception {
    Body body = Body.of(context);
    answer(context, room().desk().agree(number(body, "proposal"), visitor(context)));
  }

  private void reject(Context context) throws Exception {
    Body body = Body.of(context);
    answer(
        context, room().desk().reject(number(body, "proposal"), comment(body), visitor(context)));
  }

  private void withdraw(Context context) throws Exception {
    Body body = Body.of(context);
    answer(
        context, room().desk().withdraw(number(body, "proposal"), comment(body), visitor(context)));
  }

  /**
   * The back-tests of a proposal.
   *
   * @param tests the newest first
   */
  public record Tests(List<Tested> tests) {}

  private void test(Context context) throws Exception {
    long proposal = number(Body.of(context), "proposal");
    answer(context, new Tests(room().tests().begin(proposal, visitor(context))));
  }

  private void endTest(Context context) throws Exception {
    long proposal = number(Body.of(context), "proposal");
    answer(context, new Tests(room().tests().cancel(proposal, visitor(context))));
  }

  /** list=NAME is the list, text=PART those members whose ids contain it. */
  private void list(Context context) {
    String name = Asked.given(context, "list");
    if (name == null) {
      throw new BadRequestResponse("Which list? Ask for /api/lists?list=snoozed");
    }
    String text = Objects.requireNonNullElse(Asked.given(context, "text"), "");
    answer(context, ListView.of(room().watch().require().books(), name, text));
  }

  private void change(Context context) throws Exception {
    Body body = Body.of(context);
    String list = required(body, "list");
    if (!ListName.isOne(list) || list.equals(Snoozes.LIST)) {
      throw new BadRequestResponse(
          list.equals(Snoozes.LIST)
              ? "Snoozes are changed by /api/snoozes"
              : "A list is called by " + ListName.FORM);
    }
    String change = required(body, "change");
    if (!change.equals("add") && !change.equals("remove")) {
      throw new BadRequestResponse("A change is add or remove");
    }
    ListDesk.Wish wish =
        new ListDesk.Wish(
            id(body),
            list,
            required(body, "member"),
            change.equals("add"),
            body.whole("until"),
            note(body));
    answer(context, room().lists().change(wish, visitor(context)));
  }

  private void snooze(Context context) throws Exception {
    Body body = Body.of(context);
    ListDesk.Outcome outcome =
        room()
            .lists()
            .snooze(
                id(body),
                required(body, "rule"),
                required(body, "user"),
                body.whole("until"),
                note(body),
                visitor(context));
    answer(context, outcome);
  }

  private static String required(Body body, String name) {
    String text = body.text(name, LONGEST_ID);
    if (text == null || text.isBlank()) {
      throw new BadRequestResponse("Send " + name);
    }
    return text;
  }

  private static long number(Body body, String name) {
    Long number = body.whole(name);
    if (number == null) {
      throw new BadRequestResponse("Send " + name + ": a number");
    }
    return number;
  }

  private static String comment(Body body) {
    return Objects.requireNonNullElse(body.text("comment", LONGEST_COMMENT), "").strip();
  }

  private static String note(Body body) {
    return Objects.requireNonNullElse(body.text("note", LONGEST_NOTE), "").strip();
  }

  private static UUID id(Body body) {
    @Nullable String text = body.text("id", LONGEST_ID);
    try {
      return text == null ? UUID.randomUUID() : UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestResponse("id must be a UUID");
    }
  }
}
