package weir.dashboard.rules;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.control.Candidate;
import weir.control.KnownLists;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.FaultyFileException;
import weir.files.FileFault;
import weir.notice.Announced;
import weir.notice.Books;

/** Looks at texts that may become the next book, as ./weir rules check does; one at a time. */
public final class Checks {
  /** What the text is called in messages. */
  static final String NAME = "rules";

  private static final int PATIENCE_SECONDS = 5;

  private final Semaphore one = new Semaphore(1);

  /**
   * What was found.
   *
   * @param faults none if the text can be the next book
   * @param rules how many it has
   * @param against the book that it would take over from; absent if it is the first or faulty
   * @param changes what it changes there
   * @param isNew whether it says something else than that book
   * @param notes what is no fault, and may be a mistake
   */
  public record Answer(
      List<Fault> faults,
      int rules,
      @Nullable Integer against,
      @Nullable Changes changes,
      boolean isNew,
      List<String> notes) {}

  /**
   * What is wrong.
   *
   * @param line counted from one; zero if it is the whole text that is wrong
   * @param column counted from one; zero as well
   */
  public record Fault(int line, int column, String sentence) {
    private static Fault of(FileFault fault) {
      return new Fault(fault.line(), fault.column(), fault.sentence());
    }
  }

  /** The faults of a text, or what it changes. */
  Answer check(String text, Books books) {
    try {
      Candidate candidate = candidate(text, books);
      return new Answer(
          List.of(),
          candidate.book().rules().size(),
          candidate.standing() == null ? null : (Integer) candidate.standing().number(),
          candidate.standing() == null ? null : Changes.of(candidate.changes()),
          candidate.isNew(),
          List.copyOf(KnownLists.notes(candidate.book(), books)));
    } catch (FaultyFileException faulty) {
      return faulty(faulty.faults().stream().map(Fault::of).toList());
    } catch (MisuseException wrong) {
      String why = String.valueOf(wrong.getMessage());
      String named = NAME + ": ";
      return faulty(
          List.of(new Fault(0, 0, why.startsWith(named) ? why.substring(named.length()) : why)));
    }
  }

  private static Answer faulty(List<Fault> faults) {
    return new Answer(faults, 0, null, null, /* isNew= */ false, List.of());
  }

  /** Why a proposal cannot be announced over these books; absent if it can. */
  @Nullable String obstacle(Proposal proposal, String text, Books books) {
    try {
      Candidate candidate = candidate(text, books);
      Announced standing = candidate.standing();
      int now = standing == null ? 0 : standing.number();
      if (now != proposal.base()) {
        return "Book "
            + now
            + " stands by now, and proposal "
            + proposal.id()
            + " was made from book "
            + proposal.base()
            + ": make it anew from that";
      }
      return candidate.isNew() ? null : "Nothing changes: book " + now + " says the same";
    } catch (MisuseException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  /** A text as the next book; throws {@link MisuseException} if it cannot be. */
  Candidate candidate(String text, Books books) {
    try {
      if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new UnavailableException("other rules are being checked: try again");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("the server is being stopped", stopped);
    }
    try {
      return Candidate.of(NAME, text, books, "", "", /* from= */ null);
    } finally {
      one.release();
    }
  }
}
