package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import weir.dashboard.backtest.Tested;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.notices.ListDesk;
import weir.dashboard.notices.ListView;
import weir.dashboard.rules.RuleDesk;
import weir.dashboard.rules.RulesRoom;
import weir.failure.UnavailableException;

/** The rules and lists, and changes of them. */
final class RulesAnswers {
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
    RuleWish.Text wish = RuleWish.Text.of(Body.of(context, RuleWish.MOST_BYTES));
    answer(context, room().desk().check(wish.text()));
  }

  private void propose(Context context) throws Exception {
    RuleWish.Book wish = RuleWish.Book.of(Body.of(context, RuleWish.MOST_BYTES));
    answer(context, room().desk().propose(wish.wish(), Gate.visitor(context)));
  }

  private void set(Context context) throws Exception {
    RuleWish.Mode wish = RuleWish.Mode.of(Body.of(context));
    UUID id = DeskAnswers.id(wish.id());
    String comment = DeskAnswers.said(wish.comment());
    answer(context, room().desk().set(id, wish.setting(), comment, Gate.visitor(context)));
  }

  private void rollBack(Context context) throws Exception {
    RuleWish.Earlier wish = RuleWish.Earlier.of(Body.of(context));
    UUID id = DeskAnswers.id(wish.id());
    int number = RuleWish.number(wish.number());
    String comment = DeskAnswers.said(wish.comment());
    answer(context, room().desk().rollBack(id, number, comment, Gate.visitor(context)));
  }

  private void agree(Context context) throws Exception {
    answer(context, room().desk().agree(about(context).proposal(), Gate.visitor(context)));
  }

  private void reject(Context context) throws Exception {
    RuleWish.About wish = about(context);
    String why = DeskAnswers.said(wish.comment());
    answer(context, room().desk().reject(wish.proposal(), why, Gate.visitor(context)));
  }

  private void withdraw(Context context) throws Exception {
    RuleWish.About wish = about(context);
    String why = DeskAnswers.said(wish.comment());
    answer(context, room().desk().withdraw(wish.proposal(), why, Gate.visitor(context)));
  }

  private static RuleWish.About about(Context context) throws IOException {
    return RuleWish.About.of(Body.of(context));
  }

  /**
   * The back-tests of a proposal.
   *
   * @param tests the newest first
   */
  public record Tests(List<Tested> tests) {}

  private void test(Context context) throws Exception {
    long proposal = about(context).proposal();
    answer(context, new Tests(room().tests().begin(proposal, Gate.visitor(context))));
  }

  private void endTest(Context context) throws Exception {
    long proposal = about(context).proposal();
    answer(context, new Tests(room().tests().cancel(proposal, Gate.visitor(context))));
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
    RuleWish.Member wish = RuleWish.Member.of(Body.of(context));
    answer(context, room().lists().change(wish.wish(), Gate.visitor(context)));
  }

  private void snooze(Context context) throws Exception {
    RuleWish.Snooze wish = RuleWish.Snooze.of(Body.of(context));
    ListDesk.Outcome outcome =
        room()
            .lists()
            .snooze(
                DeskAnswers.id(wish.id()),
                wish.rule(),
                wish.user(),
                wish.until(),
                DeskAnswers.said(wish.note()),
                Gate.visitor(context));
    answer(context, outcome);
  }
}
