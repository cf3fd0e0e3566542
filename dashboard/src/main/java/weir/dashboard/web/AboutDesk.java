package weir.dashboard.web;

import java.util.List;
import weir.dashboard.desk.Desk;
import weir.dashboard.model.ModelAnswer;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Parameter;

/** What the addresses of accounts and decisions do. */
final class AboutDesk {
  static final About ME =
      About.answer(
              AccessAnswers.Me.class, "Whether one has to sign in, and who asks, in which role.")
          .toStrangersToo();

  static final About SIGN_IN =
      About.answer(
              AccessAnswers.Me.class,
              "Begins a session of a browser, by a name and a password or by a link.")
          .takes(AccessAnswers.Entry.class)
          .or(401, "The name, the password or the link is wrong")
          .or(429, "Too many attempts")
          .or(503, "PostgreSQL is away")
          .byCookieOnly();

  static final About SIGN_OUT =
      About.answer(AccessAnswers.Me.class, "Ends the session of a browser.").byCookieOnly();

  static final About DECISIONS =
      About.answer(
              DeskAnswers.Decided.class,
              "The newest decision about each payment, alert, or rule and user.")
          .query("user", "All decisions about this user instead");

  static final About DECIDE =
      About.answer(
              Desk.Answer.class,
              "Decides about an alert or all open alerts of a user, or takes a decision back."
                  + " Send one of alert, user and undo; with alert and user a decision.")
          .takes(DeskAnswers.Wanted.class)
          .orAnswers(202, "It is kept, and done as soon as that can be")
          .or(404, "There is no such alert or decision")
          .or(409, "Somebody else was faster, or it is done already");

  static final About AUDIT =
      About.answer(
              AccessAnswers.Entries.class, "What everybody did, the newest first; 200 at most.")
          .query(
              "before", "Only what was before the entry of this id", Parameter.Kind.WHOLE_NUMBER);

  static final About MODEL =
      About.answer(
              ModelAnswer.class,
              "The models in force: their scores and inputs of late beside those of training.")
          .query("period", "How far back: a day is usual", List.of("1h", "1d", "7d"));

  static final About OIDC =
      About.answer(
          OidcAnswers.Offer.class,
          "The provider of OpenID Connect, by which one may sign in, too.");

  static final About OIDC_BEGIN =
      About.redirects("Sends a browser to the provider.").or(404, "There is no provider");

  static final About OIDC_BACK =
      About.redirects("Ends a sign-in: the provider sends a browser here.")
          .query("code", "What the provider gives")
          .query("state", "What the page gave the provider")
          .or(404, "There is no provider");

  private AboutDesk() {}
}
