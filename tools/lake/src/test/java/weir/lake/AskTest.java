package weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lake answers, and what is said where it cannot. */
class AskTest {
  @TempDir private Path folder = Path.of("target");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void twoRunsWroteSomeRowsTwice() throws SQLException, IOException {
    new SmallLake(folder.resolve("lake"))
        .records("(0, 0, 'k', 'a'), (0, 1, null, 'b')")
        .records("(0, 1, null, 'b'), (1, 0, 'k', null)")
        .transactions("('ann', 't1', 10, 150, 1), ('ann', 't2', 40, 250, 1)")
        .transactions("('ann', 't2', 40, 250, 2)");
  }

  private int ask(String lake, String form, String sql) {
    List<String> command = new ArrayList<>(List.of("lake", "--lake=" + lake));
    if (form.equals("json")) {
      command.add("--json");
    }
    if (!sql.isEmpty()) {
      command.add(sql);
    }
    return Main.run(
        command,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  private void assertAnswers(String sql, String form, String answer) {
    assertThat(ask(lake(), form, sql)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(answer);
  }

  private void assertFails(int exit, String lake, String sql, String sentence) {
    assertThat(ask(lake, "table", sql)).isEqualTo(exit);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("weir: " + sentence);
    assertThat(out.size()).isZero();
  }

  @Test
  void tellsHowMuchThereIs() {
    assertAnswers(
        "",
        "table",
        """
        layer   files  rows  merged
        ------  -----  ----  ------
        bronze      2     4       3
        silver      2     3       2
        alerts      0     0       0
        """);
  }

  /** A lake that has no file of transactions yet, or older ones, knows the column all the same. */
  @Test
  void declaredFieldsAreJson() throws SQLException, IOException {
    Path lake = folder.resolve("other");
    new SmallLake(lake).records("(0, 0, 'k', 'a')");
    assertThat(ask(lake.toString(), "json", "select count(fields) as n from silver")).isZero();
    new SmallLake(folder.resolve("lake"))
        .file(
            "silver",
            "select 'bob' as user_id, 't3' as transaction_id, now() as event_time, 1::bigint as"
                + " seen, '{\"ip\":\"::1\"}' as fields");
    assertThat(
            ask(lake(), "json", "select user_id, fields->>'ip' as ip from silver order by user_id"))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "{\"n\":0}",
            "{\"user_id\":\"ann\",\"ip\":null}",
            "{\"user_id\":\"ann\",\"ip\":null}",
            "{\"user_id\":\"bob\",\"ip\":\"::1\"}");
  }

  /** Files that were written before there was a column are read as ever. */
  @Test
  void columnsThatNoFileHasAreEmpty() throws SQLException, IOException {
    SmallLake lake = new SmallLake(folder.resolve("lake"));
    lake.file("gold/alerts", "select 'a1' as alert_id, 'ann' as user_id, 1::bigint as seen");
    assertAnswers(
        "select alert_id, judged_by, evidence from alerts",
        "json",
        """
        {"alert_id":"a1","judged_by":null,"evidence":null}
        """);
    out.reset();
    assertAnswers(
        "select count(*) as n, count(fields) as declared from silver",
        "json",
        """
        {"n":2,"declared":0}
        """);
    out.reset();
    lake.file(
        "gold/alerts",
        "select 'a2' as alert_id, 2::bigint as seen, '{\"shop\":\"m-17\"}' as judged_by");
    assertAnswers(
        "select alert_id, user_id, judged_by->>'shop' as shop from alerts order by alert_id",
        "json",
        """
        {"alert_id":"a1","user_id":"ann","shop":null}
        {"alert_id":"a2","user_id":null,"shop":"m-17"}
        """);
  }

  @Test
  void keepsTheRowThatHasSeenMost() {
    assertAnswers(
        "select transaction_id, seen, is_flagged from silver order by 1",
        "json",
        """
        {"transaction_id":"t1","seen":1,"is_flagged":false}
        {"transaction_id":"t2","seen":2,"is_flagged":true}
        """);
  }

  @Test
  void addsUpSlidingWindows() {
    assertAnswers(
        "select window_start, transactions, total from totals order by 1",
        "table",
        """
        window_start          transactions   total
        --------------------  ------------  ------
        2026-02-28T23:59:30Z             1  1.5000
        2026-03-01T00:00:00Z             2  4.0000
        2026-03-01T00:00:30Z             1  2.5000
        """);
  }

  @Test
  void showsBytesAsTextAndNothingAsNothing() {
    assertAnswers(
        "select log_offset, key, value from bronze where log_partition = 0 order by 1",
        "table",
        """
        log_offset  key  value
        ----------  ---  -----
                 0  k    a
                 1       b
        """);
  }

  @Test
  void takesAFolderAsAUri() {
    assertThat(ask(folder.resolve("lake").toUri().toString(), "table", "")).isZero();
  }

  @Test
  void aFolderThatIsNotThere() {
    assertFails(2, folder.resolve("none").toString(), "", "no such folder: ");
  }

  @Test
  void aFolderWithoutFiles() {
    assertFails(1, folder.toString(), "", "no files of a lake in " + folder);
  }

  @Test
  void aQueryThatIsNone() {
    assertFails(2, lake(), "selekt 1", "Parser Error: syntax error");
  }

  @Test
  void aColumnThatIsNotThere() {
    assertFails(2, lake(), "select nonsense from silver", "Binder Error: ");
  }
}
