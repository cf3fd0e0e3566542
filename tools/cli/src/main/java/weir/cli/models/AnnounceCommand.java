package weir.cli.models;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import weir.book.ModelFile;
import weir.book.RuleBookReader;
import weir.cli.control.ControlOptions;
import weir.cli.control.JsonLine;
import weir.cli.control.NoticeOptions;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.learn.Model;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.Notice;

/** Makes a model known, so that books can name it. */
@Command(
    name = "announce",
    description = {
      "Makes a model known, so that the rules of later books can name it. By itself it judges",
      "nothing."
    },
    footer = {"", "  ./weir models announce model-0123456789ab.json --rules=next-rules.yaml"})
final class AnnounceCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;
  @Mixin ControlOptions control = new ControlOptions();
  @Mixin NoticeOptions notice = new NoticeOptions();

  @Parameters(paramLabel = "FILE", description = "The model, as ./weir train has written it.")
  Path file = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "The book whose features it is held against (default: the newest that is announced).")
  @Nullable Path rules;

  @Option(names = "--json", description = "The result as one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    notice.check();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    // What is said meanwhile is not part of the object.
    PrintWriter talk = json ? spec.commandLine().getErr() : out;
    Model model = ModelFile.read(file);
    ControlTopic topic = control.open();
    Books books = topic.read().books();
    if (books.models().has(model.name())) {
      talk.println("The model is announced already. Nothing was written.");
      tell(model, /* announced= */ false, out);
      return 0;
    }
    checkFits(model, books, talk);
    talk.print(ModelText.of(model));
    if (!notice.isWanted("Announce it to '" + topic.name() + "'?", talk)) {
      talk.println("Nothing was written.");
      return NoticeOptions.DECLINED;
    }
    long offset = topic.announce(Notice.Model.of(notice.author(), notice.comment, model));
    ControlLog.Heard heard = topic.outcome(offset);
    if (!heard.refused().isEmpty()) {
      throw new UnavailableException(
          "the model was refused: " + Printable.text(heard.refused().get(0).detail()));
    }
    tell(model, /* announced= */ true, out);
    return 0;
  }

  private void checkFits(Model model, Books books, PrintWriter talk) {
    List<Announced> all = books.all().stream().filter(each -> !each.cancelled()).toList();
    if (rules != null) {
      String text = RuleBookReader.text(rules);
      RuleBookReader.check(rules.toString(), text);
      RuleBookReader.checkFits(model, rules.toString(), text, books.charterOrNull());
    } else if (all.isEmpty()) {
      talk.println(
          "note: no book is announced yet, so nothing says whether it fits; --rules names a file");
    } else {
      Announced last = all.get(all.size() - 1);
      RuleBookReader.checkFits(
          model, "book " + last.number(), last.text(), last.number() == 1 ? null : books.charter());
    }
  }

  private void tell(Model model, boolean announced, PrintWriter out) {
    if (json) {
      out.println(
          JsonLine.object(
              it -> {
                it.writeBooleanField("announced", announced);
                it.writeStringField("model", model.name());
              }));
    } else {
      out.println("A rule asks it so, here on trial:");
      out.print(ModelFile.rule(model));
    }
    out.flush();
  }
}
