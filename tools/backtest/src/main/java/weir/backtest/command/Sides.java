package weir.backtest.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.backtest.tally.Side;
import weir.book.Charter;
import weir.book.ModelFile;
import weir.learn.Model;
import weir.notice.Books;
import weir.rules.Models;

/**
 * Which rules are tried, and with which others they are compared.
 *
 * @param before absent if there is nothing to compare with
 */
record Sides(@Nullable Side before, Side tried) {
  static final String IN_FORCE = "the rules in force";
  static final String DEFAULT = "the default book";

  static Models models(List<Path> files, Books announced) {
    Models read = Models.of(files.stream().map(ModelFile::read).toList());
    return new Models() {
      @Override
      public @Nullable Model named(String name) {
        Model its = read.named(name);
        return its == null ? announced.models().named(name) : its;
      }

      @Override
      public Collection<String> names() {
        List<String> names = new ArrayList<>(read.names());
        names.addAll(announced.models().names());
        return names;
      }
    };
  }

  /** The charter of what is tried, with windows as long as on either side. */
  Charter widest() {
    Charter its = tried.charter();
    return before == null ? its : its.reaching(before.charter().horizonMillis());
  }

  /** The ids of the rules of both. */
  Set<String> rules() {
    Set<String> ids = new TreeSet<>();
    for (Side each : before == null ? List.of(tried) : List.of(before, tried)) {
      each.announcements().knownAt(Long.MAX_VALUE).all().stream()
          .flatMap(book -> book.book().book().rules().stream())
          .forEach(rule -> ids.add(rule.header().id()));
    }
    return ids;
  }
}
