package weir.dashboard.web;

import weir.dashboard.cases.Case;
import weir.dashboard.cases.Kept;
import weir.dashboard.cases.Note;
import weir.dashboard.openapi.About;
import weir.dashboard.openapi.Parameter;

/** What the addresses of users' cases do. */
final class AboutCases {
  private static final String NO_USER = "There is no such user";

  static final About CASE =
      About.answer(
              Case.class,
              "The case of a user: what happened in the order of time, what they share with other"
                  + " flagged users, decisions and notes.")
          .needs("user", "The user")
          .or(404, NO_USER);

  static final About NOTE =
      About.answer(Note.class, "Writes a note into the case of a user.")
          .takes(CaseAnswers.NoteWanted.class)
          .or(404, NO_USER);

  static final About EVIDENCE =
      About.answer(
              Kept.class, "What was kept when a decision was made, and what differs from it today.")
          .needs("decision", "The id of the decision", Parameter.Kind.WHOLE_NUMBER)
          .or(404, "No evidence was kept with such a decision");

  static final About EXPORT =
      About.sends("text/html", "The case of a user as one file, for an auditor.")
          .needs("user", "The user")
          .needs("as", "html for a page without scripts, json for programs")
          .or(404, NO_USER)
          .or(503, "Another file is being made");

  private AboutCases() {}
}
