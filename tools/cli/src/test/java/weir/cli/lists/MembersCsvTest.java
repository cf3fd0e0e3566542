package weir.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.files.FaultyFileException;
import weir.notice.Member;

/** Members of a list as a table that other programs write. */
class MembersCsvTest {
  private static final long HOLDS = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();

  private static List<Member> members(String csv) {
    return MembersCsv.parse(
        "shops.csv",
        csv,
        HOLDS,
        members ->
            members.stream().anyMatch(each -> each.id().startsWith("bad")) ? "it is bad" : null);
  }

  private static List<String> faults(String csv) {
    try {
      members(csv);
      return List.of();
    } catch (FaultyFileException faulty) {
      return faulty.faults().stream().map(each -> each.line() + " " + each.sentence()).toList();
    }
  }

  @Test
  void columnsStandInAnyOrderAndOnlyTheIdMustBeThere() {
    assertThat(members("id\nb\na\n")).containsExactly(Member.of("b"), Member.of("a"));
    assertThat(members("until,note,id,value\r\n2026-12-24T18:00:00Z,why,a,0.75\r\n,,b,\r\n,,c"))
        .containsExactly(
            new Member(
                "a",
                new BigDecimal("0.75"),
                "why",
                Instant.parse("2026-12-24T18:00:00Z").toEpochMilli()),
            Member.of("b"),
            Member.of("c"));
  }

  @Test
  void quotesAreThoseOfRfc4180() {
    assertThat(members("\"id\",note\n\"a,b\",\"says \"\"no\"\"\ntwice\"\n"))
        .containsExactly(new Member("a,b", null, "says \"no\"\ntwice", null));
  }

  @Test
  void blankLinesAndAByteOrderMarkArePassedOver() {
    assertThat(members("\uFEFFid,value\n\n Ä1,2\n".replace(" Ä", "Ä")))
        .containsExactly(new Member("Ä1", new BigDecimal(2), "", null));
    assertThat(members("id\n")).isEmpty();
  }

  @Test
  void allFaultsAreToldWithTheirLines() {
    assertThat(
            faults(
                """
                id,value,note,until
                a,1
                a,2
                ,3
                 c,4
                d,1e5,"two
                lines"
                e,,,yesterday
                f,,,2026-12-01T00:00:00Z
                bad-g,1
                h,1,,,
                bad-i,1
                """))
        .containsExactly(
            "3 id: 'a' is in line 2 already",
            "4 id: is missing",
            "5 id: found ' c', expected no blanks around it",
            "6 value: found '1e5', expected a number such as 3 or 0.75",
            "8 until: 'yesterday' is no time, expected one such as 2026-12-24T18:00:00Z,"
                + " 2026-12-24T19:00+01:00, or a length of time from now such as 2 h",
            "9 until: found '2026-12-01T00:00:00Z', expected a time after"
                + " 2026-12-01T00:00:00.000Z, when the list changes",
            "10 it is bad",
            "11 found 5 values, but the first line names 4",
            "12 it is bad");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''         | 1 is empty, expected a first line such as id,value,note,until
          id,vlaue   | 1 unknown column 'vlaue', expected id, value, note or until; did you mean 'value'?
          id,id      | 1 the column 'id' is there twice
          value,note | 1 the column 'id' is missing, expected a first line such as id,value,note,until
          """)
  void theFirstLineNamesTheColumns(String header, String fault) {
    assertThat(faults(header + (header.isEmpty() ? "" : "\na,1\n"))).containsExactly(fault);
  }

  @Test
  void brokenQuotesAreToldWhereTheLineBegins() {
    assertThat(faults("id\na\n\"b\n\n\n")).singleElement().asString().startsWith("3 not CSV: ");
    assertThat(faults("id\n\"a\"b\nc\n")).singleElement().asString().startsWith("2 not CSV: ");
  }

  @Test
  void aFileOfSomethingElseIsNotToldWhole() {
    assertThat(faults("id,value\n" + "a,b\n".repeat(5000)))
        .hasSize(CsvFaults.MOST + 1)
        .last()
        .isEqualTo("0 there may be more faults; mend these first");
  }

  @Test
  void whatStandsInAFileCannotSteerTheTerminal() {
    assertThatThrownBy(() -> members("id,value\na,\u001B[31m\n"))
        .hasMessageContaining("shops.csv:2:1: value: found '\uFFFD[31m'");
  }
}
