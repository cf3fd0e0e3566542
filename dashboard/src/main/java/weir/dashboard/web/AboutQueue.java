package weir.dashboard.web;

import java.util.List;
import weir.dashboard.desk.Bulks;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Parameter;
import weir.dashboard.queue.Queue;

/** What the addresses of the queue do. */
final class AboutQueue {
  static final About QUEUE =
      About.answer(Queue.Page.class, "Open cases, the gravest first, and who has taken them.")
          .query("severity", "Cases of this severity only", AboutAlerts.severities())
          .query("rule", "Cases with an open alert of this rule only")
          .query("user", "The case of this user only")
          .query("text", "Cases with this text in an id, a reason or a key")
          .query("amount", "Cases with at least so much at stake")
          .query("held", "Cases that nobody has, or those that you have", List.of("nobody", "me"))
          .query("after", "The place behind which to go on: next of the page before")
          .query(
              "most", "So many at most: 50 are usual, 200 the most", Parameter.Kind.WHOLE_NUMBER);

  static final About TAKE =
      About.answer(
              QueueAnswers.Taken.class,
              "Takes the case of a user, or the next open one that nobody has, for 15 minutes.")
          .takes(QueueWish.Take.class)
          .or(404, "This user has no open case")
          .or(409, "Somebody else has it: takeOver takes it from them");

  static final About GIVE_BACK =
      About.answer(QueueAnswers.GivenBack.class, "Gives a case back.").takes(QueueWish.One.class);

  static final About SUMMARY =
      About.answer(
              Queue.Summary.class,
              "What a decision about these cases would be about: alerts, users, money, and which"
                  + " cases it would leave out.")
          .takes(QueueWish.Some.class);

  static final About BULK =
      About.answer(
              Bulks.Progress.class,
              "Decides about up to 200 cases at once, each as if alone, or takes all of that back.")
          .takes(QueueWish.Many.class)
          .or(404, "There is no such bulk decision")
          .or(409, "It cannot be decided now");

  static final About BULK_PROGRESS =
      About.answer(Bulks.Progress.class, "How far a decision about many cases is.")
          .needs("id", "Its id")
          .or(404, "There is no such bulk decision");

  private AboutQueue() {}
}
