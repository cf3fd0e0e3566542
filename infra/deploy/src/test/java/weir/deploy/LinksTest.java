package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the documents to files of this checkout, and to headings in them. */
class LinksTest {
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile(
          "\\]\\(([^)\\s]+)[^)]*\\)|(?m)^ *\\[[^\\]]+\\]: (\\S+)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
  private static final Pattern LINK_TEXT = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(Infra.inCheckout("README.md"));
    all.add(Infra.inCheckout("CHANGES.md"));
    try (Stream<Path> docs = Files.walk(Infra.inCheckout("docs"))) {
      docs.filter(each -> each.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void leadSomewhere(Path document) {
    assertThat(dead(document)).as("links of %s", document).isEmpty();
  }

  @Test
  void thereAreSome() throws IOException {
    long links = 0;
    for (Path each : documents()) {
      links += links(Infra.text(each)).size();
    }
    assertThat(links).isGreaterThan(100);
  }

  @Test
  void oneThatLeadsNowhereIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("other.md"), "# The `--one` & only\n```\n# code\n```\n## A\n## A\n");
    Path document =
        Files.writeString(
            folder.resolve("a.md"),
            """
            # Here
            [a](other.md) [b](other.md#the---one--only) [c](#here) [d](https://weir.example/#x) [i](other.md#a-1)
            `[e](none.md)`
            [f](none.md) [g](other.md#code) [h](#there)
            """);
    assertThat(dead(document)).containsExactly("none.md", "other.md#code", "#there");
  }

  @ParameterizedTest
  @CsvSource({
    "The live page, the-live-page",
    "Exactly once: `--delivery`, exactly-once---delivery",
    "[A link](to.md) in it, a-link-in-it",
    "What's 2.5 % of_it?, whats-25--of_it"
  })
  void headingsAreNamedAsGitHubDoes(String heading, String name) {
    assertThat(name(heading)).isEqualTo(name);
  }

  private static List<String> dead(Path document) {
    List<String> dead = new ArrayList<>();
    for (String link : links(Infra.text(document))) {
      int mark = link.indexOf('#');
      String file = mark < 0 ? link : link.substring(0, mark);
      Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
      boolean there = Files.exists(target);
      if (there && mark >= 0) {
        there = headings(Infra.text(target)).contains(link.substring(mark + 1));
      }
      if (!there) {
        dead.add(link);
      }
    }
    return dead;
  }

  private static List<String> links(String text) {
    String prose = CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("code");
    return LINK.matcher(prose)
        .results()
        .map(LinksTest::target)
        .filter(each -> !ELSEWHERE.matcher(each).matches())
        .toList();
  }

  private static String target(MatchResult link) {
    for (int group = 1; group <= link.groupCount(); group++) {
      if (link.group(group) != null) {
        return link.group(group);
      }
    }
    throw new AssertionError(link.group());
  }

  private static Set<String> headings(String text) {
    Set<String> names = new HashSet<>();
    Matcher heading = HEADING.matcher(FENCED.matcher(text).replaceAll(""));
    while (heading.find()) {
      String name = name(heading.group(1));
      // The second of two that are called the same is the one with a number.
      String numbered = name;
      for (int again = 1; !names.add(numbered); again++) {
        numbered = name + "-" + again;
      }
    }
    return names;
  }

  private static String name(String heading) {
    return LINK_TEXT
        .matcher(heading.strip())
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
