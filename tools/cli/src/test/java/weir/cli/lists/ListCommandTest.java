package weir.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.cli.control.AtAControlTopic;
import weir.notice.Member;
import weir.notice.Notice;

/** The lists of a log by the command line, at a real broker. */
@Tag("slow")
class ListCommandTest extends AtAControlTopic {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      lead: 1 s
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500,
           filter: {userIdNotIn: [vip]}}
      """;

  private static final String IN_AN_HOUR = "--at=1 h";
  private static final List<String> NAMES = List.of("members  rules  list", "      1      1  vip");

  private void announceBook() {
    long offset = control.announce(new Notice.Book("ann", "", null, BOOK));
    assertThat(control.outcome(offset).refused()).isEmpty();
  }

  private String file(String text) throws IOException {
    return file("members.csv", text);
  }

  @Test
  void membersComeAreReplacedAndGo() {
    announceBook();
    done("list", "add", "vip", "user-7", "user-9", "--value=2", "--note=friends", "--yes");
    assertThat(out.toString())
        .contains("  + user-7: value 2, friends", "The list 'vip' has 2 members then, in 1 s if")
        .containsPattern("The list 'vip' has 2 members from \\S+Z, in [01] s\\.")
        .doesNotContain("is new");
    done("list", "show", "vip", IN_AN_HOUR);
    assertThat(out.toString().lines())
        .hasSize(4)
        .startsWith(
            "id                value  until                     note",
            "user-7                2                            friends",
            "user-9                2                            friends")
        .last()
        .asString()
        .matches("2 members at \\S+Z\\.");
    done("list", "add", "vip", "user-7", "user-9", "--value=2", "--note=friends");
    assertThat(out.toString().lines())
        .containsExactly(
            "'user-7' is in it already.",
            "'user-9' is in it already.",
            "Nothing changes in the list 'vip'. Nothing was written.");
    done("list", "add", "vip", "user-7", "--until=2999-01-01T00:00:00Z", "--yes", "--json");
    assertThat(err.toString())
        .contains(
            "  ~ user-7: value 2 → none, until none → 2999-01-01T00:00:00.000Z,"
                + " note friends → none");
    assertThat(out.toString())
        .startsWith("{\"list\":\"vip\",\"changed\":true,\"from\":\"2")
        .contains(",\"added\":0,\"replaced\":1,\"removed\":0,\"members\":2,\"notices\":1}");
    done("list", "show", "vip", "--json", IN_AN_HOUR);
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"id\":\"user-7\",\"value\":null,\"note\":\"\","
                + "\"until\":\"2999-01-01T00:00:00.000Z\"}",
            "{\"id\":\"user-9\",\"value\":2,\"note\":\"friends\",\"until\":null}");
    done("list", "remove", "vip", "user-9", "User-7", "--yes");
    assertThat(out.toString()).contains("'User-7' is not in it.", "  - user-9");
    while (!out.toString().lines().toList().equals(NAMES)) {
      done("list", "names");
    }
    done("list", "show", "vip");
    assertThat(out.toString().lines()).hasSize(3).last().isEqualTo("1 member now.");
    assertThat(end()).isEqualTo(4);
    done("list", "remove", "vip", "user-9", "--json");
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "{\"list\":\"vip\",\"changed\":false,\"from\":null,\"wholeFrom\":null,\"added\":0,"
                + "\"replaced\":0,\"removed\":0,\"members\":1,\"notices\":0}");
    assertThat(end()).isEqualTo(4);
  }

  @Test
  void aChangeThatIsComingIsShownAndCanBeUndone() {
    announceBook();
    String from = Instant.now().plusSeconds(3 * 3600).toString().substring(0, 19) + ".000Z";
    done("list", "add", "vip", "user-7", "--for=7d", "--from=" + from, "--yes");
    assertThat(out.toString()).contains("The list 'vip' has 1 member then, in 3 h if");
    done("list", "show", "vip");
    String until = Instant.parse(from).plusSeconds(7 * 86400).toString().substring(0, 19);
    assertThat(out.toString().lines())
        .containsExactly(
            "0 members now.", "From " + from + ":", "  + user-7: until " + until + ".000Z");
    done("list", "names");
    assertThat(out.toString()).contains("      0      1  vip, changes at " + from);
    done("list", "names", "--json");
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            "{\"list\":\"vip\",\"members\":0,\"rules\":1,\"nextChange\":\"" + from + "\"}");
    done("list", "show", "vip", "--at=" + from, "--json");
    assertThat(out.toString()).startsWith("{\"id\":\"user-7\",");
    done("list", "remove", "vip", "user-7", "--yes");
    assertThat(out.toString())
        .contains(
            "'user-7' is not in it yet, but will be from "
                + from
                + "; to undo that: --from="
                + from);
    done("list", "remove", "vip", "user-7", "--yes", "--from=" + from);
    done("list", "show", "vip");
    assertThat(out.toString()).isEqualToIgnoringNewLines("0 members now.");
  }

  @Test
  void aHundredThousandMembersAreLoadedAndHoldFromOneMoment() throws IOException {
    announceBook();
    String csv =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "user-" + i + ",0.5,loaded\n")
            .collect(Collectors.joining("", "id,value,note\n", ""));
    done("list", "load", "vip", file(csv), "--json", "--yes");
    assertThat(out.toString())
        .contains("\"added\":100000,", "\"members\":100000,\"notices\":8}")
        .matches("(?s).*\"from\":(\"[^\"]+\"),\"wholeFrom\":\\1,.*");
    assertThat(err.toString()).contains("  + user-0: value 0.5, loaded", "  + and 99,980 more");
    assertThat(end()).isEqualTo(9);
    String from = out.toString().replaceFirst("(?s).*\"from\":\"([^\"]+)\".*", "$1");
    long holds = Instant.parse(from).toEpochMilli();
    assertThat(control.read().books().lists().members("vip", holds - 1)).isEmpty();
    assertThat(control.read().books().lists().members("vip", holds)).hasSize(100_000);
    done("list", "load", "vip", file(csv), "--from=" + from);
    assertThat(out.toString()).contains("Nothing changes in the list 'vip'.");
    done("list", "load", "vip", file("id\nuser-1\n"), "--replace", "--from=" + from, "--yes");
    assertThat(out.toString())
        .contains("  ~ user-1: value 0.5 → none, note loaded → none", "  - and 99,979 more")
        .contains("The list 'vip' has 1 member from " + from);
    assertThat(control.read().books().lists().members("vip", holds))
        .containsExactly(Member.of("user-1"));
  }

  @Test
  void aFaultyFileIsRefusedWithEveryFault() throws IOException {
    announceBook();
    String csv = "id,value,nte\nhigh/u,1\nu,2\nhigh/v,1234567890123456\nhigh/u,3\n";
    assertThat(here("list", "load", "snoozed", file(csv), "--yes")).isEqualTo(2);
    assertThat(err.toString())
        .contains("members.csv has 4 faults:")
        .contains("members.csv:1:1: unknown column 'nte'", "did you mean 'note'?")
        .contains("members.csv:3:1: found 'u', expected a rule, a slash and a user")
        .contains("members.csv:4:1: value: found '1234567890123456', expected a number of at most")
        .contains("members.csv:5:1: id: 'high/u' is in line 2 already");
    assertThat(end()).isEqualTo(1);
  }

  @Test
  void aSnoozeBeginsAndEnds() {
    announceBook();
    done("snooze", "hihg", "user-7", "--for=7 d", "--yes");
    assertThat(out.toString()).contains("No book has a rule 'hihg'; did you mean 'high'?");
    done("snooze", "high", "user-7", "--for=7 d", "--note=on holiday", "--yes");
    assertThat(out.toString()).contains("  + high/user-7: until ").doesNotContain("No book");
    done("list", "show", "snoozed", "--json", IN_AN_HOUR);
    assertThat(out.toString())
        .contains("{\"id\":\"high/user-7\",\"value\":null,\"note\":\"on holiday\",\"until\":\"");
    done("snooze", "high", "user-7", "--end", "--yes");
    done("snooze", "hihg", "user-7", "--end", "--yes");
    assertThat(out.toString()).contains("  - hihg/user-7", "'snoozed' has 0 members from");
    assertThat(here("snooze", "high", "user-7")).isEqualTo(2);
    assertThat(err.toString()).startsWith("weir: for how long? Give --for or --until");
    assertThat(here("snooze", "high", "user-7", "--end", "--for=1d")).isEqualTo(2);
    assertThat(here("snooze", "HIGH", "user-7", "--for=1d", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("found 'HIGH/user-7', expected a rule, a slash and a user");
  }

  @Test
  void aMisspeltListIsNoticed() throws IOException {
    announceBook();
    assertThat(here("list", "show", "vpi")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no list 'vpi'; did you mean 'vip'?");
    done("list", "add", "vpi", "user-7", "--yes");
    assertThat(out.toString())
        .contains("The list 'vpi' is new, and no rule uses it yet; did you mean 'vip'?");
    String rules = file("rules.yaml", BOOK);
    done("rules", "check", rules);
    assertThat(out.toString())
        .contains("note: rule 'high': the list 'vip' has no members yet; did you mean 'vpi'?");
    done("rules", "check", rules, "--json");
    assertThat(out.toString())
        .contains(",\"notes\":[\"rule 'high': the list 'vip' has no members yet; did you mean");
    String next = BOOK.replace("version: 1", "version: 2").replace("3500", "3000");
    file("rules.yaml", next);
    done("rules", "announce", rules, "--yes");
    assertThat(out.toString()).contains("note: rule 'high': the list 'vip' has no members yet");
    done("list", "add", "vip", "user-7", "--yes");
    done("rules", "check", rules);
    assertThat(out.toString()).doesNotContain("note:");
  }

  @Test
  void beforeTheFirstBookNoListCanChange() {
    assertThat(here("list", "add", "vip", "a", "--yes")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "weir: a list can change only after the first book was announced: ./weir rules"
                + " announce FILE");
    done("list", "names");
    assertThat(out.toString()).startsWith("There is no list yet: ./weir list add LIST ID");
    announceBook();
    assertThat(here("list", "add", "vip", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("nothing was written", "--yes");
    assertThat(here("list", "add", "vip", "a", "a", "--yes")).isEqualTo(2);
    assertThat(err.toString()).contains("the member 'a' is there twice");
    assertThat(end()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list nmaes             | Unknown command 'nmaes'. Did you mean 'names'?
          list show VIP          | LIST: 'VIP' is no name of a list, expected up to 64 lower-case letters, digits and hyphens, such as risky-shops
          list add vip           | Missing required parameter: 'ID'
          list add vip a --value=x | --value: 'x' is not a number
          list add vip a --for=ever | --for: 'ever' is no length of time, expected one such as 30s, 10min or 6h
          list load vip /no/such | /no/such: there is no such file, expected members of a list in CSV
          """)
  void misuseIsSaidInOneLine(String line, String message) {
    assertThat(here(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines().findFirst()).contains("weir: " + message);
  }

  @ParameterizedTest
  @CsvSource({"--until=2020-01-01T00:00:00Z", "--for=0 s", "'--for=1 d --until=2 d'"})
  void anEndMustBeOneAndAfterTheBeginning(String options) {
    announceBook();
    List<String> all = new ArrayList<>(List.of("list", "add", "vip", "a", "--yes"));
    all.addAll(List.of(options.split(" (?=--)")));
    assertThat(here(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .containsPattern("--\\w+: ends before it begins, which is at |leave one out");
  }

  @ParameterizedTest
  @CsvSource({"names", "show", "add", "remove", "load"})
  void everyCommandHasHelp(String command) {
    assertThat(weir("list", command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: weir list " + command, "./weir list " + command);
  }
}
