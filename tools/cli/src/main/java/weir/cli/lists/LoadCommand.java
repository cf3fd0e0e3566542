package weir.cli.lists;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weir.files.TextFile;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Member;
import weir.notice.Notice;

/** Puts the members of a file into a list. */
@Command(
    name = "load",
    description = {
      "Puts the members of a CSV file into a list.",
      "Its first line names the columns: id, and if they are needed value, note and until."
    },
    footer = {"", "  ./weir list load risky-shops shops.csv --replace"})
final class LoadCommand implements Callable<Integer> {
  @Mixin ChangeOptions change = new ChangeOptions();

  @Parameters(
      index = "0",
      paramLabel = "LIST",
      converter = ListNameConverter.class,
      description = "The list's name.")
  String list = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The members, in CSV.")
  Path file = Path.of("");

  @Option(names = "--replace", description = "The list has only those of the file then.")
  boolean replace;

  @Override
  public Integer call() {
    String text = TextFile.read(file, "members of a list in CSV");
    return change.change(
        list,
        (books, holdsFrom, talk) ->
            new Wish(
                replace,
                MembersCsv.parse(
                    file.toString(), text, holdsFrom, members -> fault(members, books)),
                List.of()));
  }

  private @Nullable String fault(List<Member> members, Books books) {
    try {
      Notice.ListChange alone =
          new Notice.ListChange("", "", null, list, /* clear= */ false, members, List.of());
      books.with(alone, System.currentTimeMillis());
      return null;
    } catch (IllegalNoticeException wrong) {
      return wrong.getMessage();
    }
  }
}
