package weir.dashboard.web;

import weir.dashboard.notices.ListDesk;
import weir.dashboard.notices.ListView;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Parameter;
import weir.dashboard.rules.BookNow;
import weir.dashboard.rules.Checks;
import weir.dashboard.rules.RuleDesk;
import weir.dashboard.rules.RulesView;

/** What the addresses of rules and lists do. */
final class AboutRules {
  private static final String NO_PROPOSAL = "There is no such proposal";

  static final About RULES =
      reads(
          About.answer(
              RulesView.Rules.class,
              "The rules in force with their figures, the books before, proposals, and lists."));

  static final About BOOK =
      reads(About.answer(BookNow.class, "A rule book that was announced, as text."))
          .needs("number", "Its number", Parameter.Kind.WHOLE_NUMBER)
          .or(404, "There is no such book");

  static final About PROPOSAL =
      reads(About.answer(RulesView.Opened.class, "A proposal, its text, and what it changes."))
          .needs("id", "Its number", Parameter.Kind.WHOLE_NUMBER)
          .or(404, NO_PROPOSAL);

  static final About CHECK =
      reads(
          About.answer(
                  Checks.Answer.class,
                  "What is wrong with a rule book, where, and what it would change. Nothing is"
                      + " kept.")
              .takes(RuleWish.Text.class));

  static final About PROPOSE =
      changes(
          About.answer(RuleDesk.Outcome.class, "Proposes a rule book.").takes(RuleWish.Book.class));

  static final About SET =
      changes(
          About.answer(
                  RuleDesk.Outcome.class,
                  "Proposes another mode of a rule: live, shadow, or a rollout.")
              .takes(RuleWish.Mode.class));

  static final About ROLL_BACK =
      changes(
          About.answer(RuleDesk.Outcome.class, "Proposes the way back to an earlier rule book.")
              .takes(RuleWish.Earlier.class));

  static final About WITHDRAW = decides("Withdraws one's own proposal.");

  static final About AGREE = decides("Agrees to a proposal, which announces it.");

  static final About REJECT = decides("Rejects a proposal.");

  static final About TEST = tests("Begins to try a proposal on the log of the past.");

  static final About END_TEST = tests("Ends a trial of a proposal.");

  static final About LISTS =
      reads(About.answer(ListView.class, "A list, and its members as far as an answer has room."))
          .needs("list", "Its name, such as snoozed")
          .query("text", "Members with this text in their id only");

  static final About LISTS_CHANGE =
      changes(
          About.answer(ListDesk.Outcome.class, "Adds a member to a list, or removes it.")
              .takes(RuleWish.Member.class));

  static final About SNOOZES =
      changes(
          About.answer(
                  ListDesk.Outcome.class,
                  "Snoozes a rule for a user, which then flags nothing, or ends that.")
              .takes(RuleWish.Snooze.class));

  private static About reads(About about) {
    return about.or(503, "Kafka or PostgreSQL is away");
  }

  private static About changes(About about) {
    return reads(about)
        .orAnswers(202, "It is kept, and done as soon as that can be")
        .or(404, "There is nothing of that name or number")
        .or(409, "Something else stands since");
  }

  private static About decides(String summary) {
    return changes(About.answer(RuleDesk.Outcome.class, summary).takes(RuleWish.About.class));
  }

  private static About tests(String summary) {
    return reads(
        About.answer(RulesAnswers.Tests.class, summary)
            .takes(RuleWish.About.class)
            .or(404, NO_PROPOSAL)
            .or(409, "It cannot be tried now"));
  }

  private AboutRules() {}
}
