package weir.cli.lists;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Books;
import weir.notice.NamedLists;

/** Takes members out of a list. */
@Command(
    name = "remove",
    description = "Takes members out of a list.",
    footer = {"", "  ./weir list remove risky-shops shop-7 --comment='it was a mistake'"})
final class RemoveCommand implements Callable<Integer> {
  @Mixin IdsOfAList members = new IdsOfAList();
  @Mixin ChangeOptions change = new ChangeOptions();

  @Override
  public Integer call() {
    return change.change(
        members.list,
        (books, holdsFrom, talk) -> wish(members.list, members.ids, books, holdsFrom, talk));
  }

  /** To take ids out; says of those that are not there that they are not. */
  static Wish wish(String list, List<String> ids, Books books, long holdsFrom, PrintWriter talk) {
    NamedLists lists = books.lists();
    for (String id : ids) {
      if (lists.find(list, id, holdsFrom).isEmpty()) {
        Optional<Long> coming =
            lists.comingAfter(list, holdsFrom).stream()
                .filter(time -> lists.find(list, id, time).isPresent())
                .findFirst();
        talk.println(
            "'"
                + Printable.text(id)
                + "' is not in it"
                + coming
                    .map(Json::time)
                    .map(
                        time -> " yet, but will be from " + time + "; to undo that: --from=" + time)
                    .orElse("")
                + ".");
      }
    }
    return Wish.toRemove(ids);
  }
}
