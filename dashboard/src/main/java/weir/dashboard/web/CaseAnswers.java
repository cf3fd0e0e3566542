package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.cases.CaseFile;
import weir.dashboard.cases.CaseHtml;
import weir.dashboard.cases.CaseJson;
import weir.dashboard.cases.Cases;

/** The cases of users: looked at, written into, and taken along as a file. */
final class CaseAnswers {
  private static final int LONGEST_NOTE = 1000;

  /** No user that the pipeline accepts has a longer id. */
  private static final int LONGEST_USER = 256;

  private static final int LONGEST_NAME = 60;
  private static final long PATIENCE_SECONDS = 20;
  private static final String MISSING = "There is no such user";

  private final Cases cases;

  /** A file may be large, and the page's heap is small: one is made at a time. */
  private final Semaphore making = new Semaphore(1);

  CaseAnswers(Cases cases) {
    this.cases = cases;
  }

  void addTo(Map<Address, Handler> all) {
    all.put(Address.CASE, this::find);
    all.put(Address.CASE_NOTE, this::note);
    all.put(Address.CASE_EVIDENCE, this::evidence);
    all.put(Address.CASE_EXPORT, this::export);
  }

  private void find(Context context) throws SQLException {
    String user = user(context);
    WebServer.answer(context, cases.find(user).orElseThrow(() -> new NotFoundResponse(MISSING)));
  }

  private void note(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    NoteWanted wanted = NoteWanted.of(Body.of(context));
    WebServer.answer(
        context,
        cases
            .note(wish(wanted.id()), wanted.user(), wanted.note(), visitor)
            .orElseThrow(() -> new NotFoundResponse(MISSING)));
  }

  /**
   * A note that somebody writes.
   *
   * @param id a UUID by which the same note is written once, however often it is sent
   */
  public record NoteWanted(@Nullable String id, String user, String note) {
    private static NoteWanted of(Body body) {
      String user = body.text("user", LONGEST_USER);
      String note = DeskAnswers.said(body.text("note", LONGEST_NOTE));
      if (user == null || note.isEmpty()) {
        throw new BadRequestResponse("Send a user and a note");
      }
      return new NoteWanted(body.text("id", LONGEST_USER), user, note);
    }
  }

  private static UUID wish(@Nullable String id) {
    try {
      return id == null ? UUID.randomUUID() : UUID.fromString(id);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestResponse("id must be a UUID");
    }
  }

  private void evidence(Context context) throws SQLException {
    String decision = Asked.given(context, "decision");
    long id;
    try {
      id = Long.parseLong(Objects.requireNonNullElse(decision, ""));
    } catch (NumberFormatException wrong) {
      throw new BadRequestResponse("Which decision? Ask for /api/cases/evidence?decision=NUMBER");
    }
    WebServer.answer(
        context,
        cases
            .evidence(id)
            .orElseThrow(() -> new NotFoundResponse("No evidence was kept with such a decision")));
  }

  private void export(Context context) throws SQLException {
    Visitor visitor = Gate.visitor(context);
    String as = Objects.requireNonNullElse(Asked.given(context, "as"), "");
    if (!as.equals("html") && !as.equals("json")) {
      throw new BadRequestResponse("as must be html or json");
    }
    String user = user(context);
    if (!isFree()) {
      context.header("Retry-After", String.valueOf(PATIENCE_SECONDS));
      throw new ServiceUnavailableResponse("Other files are being made: try again in a moment");
    }
    try {
      CaseFile file =
          cases.file(user, as, visitor).orElseThrow(() -> new NotFoundResponse(MISSING));
      context
          .header("Content-Disposition", "attachment; filename=\"" + name(user) + "." + as + "\"")
          .contentType(as.equals("html") ? "text/html; charset=utf-8" : "application/json")
          .result(as.equals("html") ? CaseHtml.of(file) : CaseJson.of(file));
    } finally {
      making.release();
    }
  }

  private boolean isFree() {
    try {
      return making.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** An id may hold anything, and a name of a file may not. */
  private static String name(String user) {
    String safe = user.replaceAll("[^A-Za-z0-9_-]", "_");
    return "weir-case-"
        + safe.substring(0, Math.min(LONGEST_NAME, safe.length()))
        + "-"
        + LocalDate.now(ZoneOffset.UTC);
  }

  private static String user(Context context) {
    String user = context.queryParam("user");
    if (user == null || user.isEmpty()) {
      throw new BadRequestResponse("Which user? Ask with user=USER");
    }
    // PostgreSQL has no text with a null character, and so no such user.
    if (user.length() > LONGEST_USER || user.indexOf('\0') >= 0) {
      throw new NotFoundResponse(MISSING);
    }
    return user;
  }
}
