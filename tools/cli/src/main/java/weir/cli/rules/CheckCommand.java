package weir.cli.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.book.RuleBookReader;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.control.Candidate;
import weir.control.KnownLists;
import weir.files.FaultyFileException;
import weir.files.FileFault;
import weir.notice.Books;

/** Whether a file can be the next book. */
@Command(
    name = "check",
    description = {
      "Tells all faults of a rule book, each with its place, what its features are, and what it",
      "makes a job keep.",
      "With any option of a cluster it also tells what the book would change there."
    },
    footer = {"", "  ./weir rules check my-rules.yaml --bootstrapServers=localhost:9092"})
final class CheckCommand implements Callable<Integer> {
  private static final int WRONG = 2;

  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();

  @Parameters(paramLabel = "FILE", description = "The rule book, in YAML.")
  Path file = Path.of("");

  @Option(names = "--json", description = "As one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    boolean compared = ControlOptions.areIn(spec.commandLine().getParseResult());
    Books books = compared ? control.books() : Books.none();
    Candidate candidate;
    try {
      candidate =
          Candidate.of(file.toString(), RuleBookReader.text(file), books, "", "", /* from= */ null);
    } catch (FaultyFileException faulty) {
      if (!json) {
        throw faulty;
      }
      out.println(JsonLine.object(it -> write(it, null, faulty.faults(), List.of())));
      return WRONG;
    }
    if (json) {
      out.println(
          JsonLine.object(
              it -> write(it, candidate, List.of(), notes(candidate, books, compared))));
      return 0;
    }
    out.println(file + ": " + Words.rules(candidate.book().rules().size()) + ", no fault");
    NeedsText.print(candidate.book(), out);
    if (candidate.standing() != null) {
      ChangesText.printAgainst(candidate, out);
    } else if (compared) {
      out.println("It would be the first book there.");
    }
    notes(candidate, books, compared).forEach(note -> out.println("note: " + note));
    out.flush();
    return 0;
  }

  /** What is no fault, and may be a mistake. A file alone cannot tell. */
  private static Collection<String> notes(Candidate candidate, Books books, boolean compared) {
    return compared ? KnownLists.notes(candidate.book(), books) : List.of();
  }

  private void write(
      JsonGenerator to,
      @Nullable Candidate candidate,
      List<FileFault> faults,
      Collection<String> notes)
      throws IOException {
    to.writeStringField("file", file.toString());
    to.writeBooleanField("sound", faults.isEmpty());
    RulesJson.faults(to, faults);
    if (candidate == null) {
      to.writeNullField("rules");
    } else {
      to.writeNumberField("rules", candidate.book().rules().size());
      NeedsText.write(to, candidate.book());
    }
    RulesJson.against(to, candidate);
    to.writeArrayFieldStart("notes");
    for (String note : notes) {
      to.writeString(note);
    }
    to.writeEndArray();
  }
}
