package weir.backtest.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.tally.Extent;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Reach;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.backtest.tally.Tally;
import weir.failure.UnavailableException;
import weir.form.AlertJson;
import weir.form.RowReader;
import weir.layer.LakeLayer;
import weir.log.LakeDatabase;
import weir.log.LayerSql;
import weir.log.Span;
import weir.log.duck.Duck;
import weir.log.source.LogSource;

/**
 * What jobs have left that judged a lake, each for one side. It gives the answer that a pass over
 * the lake in one process gives.
 */
public final class JudgedLake implements AutoCloseable {
  private final Outputs outputs;
  private final LakeDatabase database;
  private final OutputLake before;
  private final OutputLake after;

  /**
   * Both sides, and the folders of the lakes that their jobs have left.
   *
   * @param before absent if there is nothing to compare with
   * @param folderBefore absent with the side
   */
  public record Outputs(
      @Nullable Side before, @Nullable String folderBefore, Side after, String folderAfter) {
    private List<Side> sides() {
      List<Side> sides = new ArrayList<>(List.of(after));
      if (before != null) {
        sides.add(before);
      }
      return sides;
    }
  }

  /**
   * What is wanted.
   *
   * @param source the lake that was judged
   * @param read the log times that matter
   * @param examples how many are drawn of each kind
   */
  public record Setting(LogSource source, Span read, KnownLabels labels, int examples) {}

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long all);
  }

  private JudgedLake(Outputs outputs, LakeDatabase database) throws SQLException {
    this.outputs = outputs;
    this.database = database;
    // What was judged on a day may be more than fits into memory.
    database.sortOnDisk();
    this.before = OutputLake.in(database, outputs.folderBefore());
    this.after = OutputLake.in(database, outputs.folderAfter());
  }

  /** Opens what the jobs have left. */
  public static JudgedLake open(Outputs outputs) {
    try {
      LakeDatabase database = LakeDatabase.open(outputs.folderAfter());
      try {
        return new JudgedLake(outputs, database);
      } catch (SQLException failed) {
        database.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw unreadable(outputs, failed);
    }
  }

  private static UnavailableException unreadable(Outputs outputs, SQLException failed) {
    return new UnavailableException(
        "what the job has left in "
            + outputs.folderAfter()
            + " cannot be read: "
            + Duck.sentence(failed),
        failed);
  }

  /** Says what each side would have done. */
  public Answer answer(Setting setting, Progress progress) {
    Span wanted = setting.source().wanted();
    Tally tally =
        new Tally(outputs.before(), outputs.after(), setting.labels(), wanted, setting.examples());
    try {
      DayTables tables =
          new DayTables(database, before, after, setting.labels().payments(), wanted);
      SortedSet<String> dates = before.dates();
      dates.addAll(after.dates());
      new LakeAnswer(tables, tally, outputs.before(), outputs.after()).read(dates, progress);
      ReadRecords records =
          ReadRecords.of(
              setting.source(), setting.read(), Reach.of(outputs.sides(), wanted), database, after);
      return tally.answer(
          new Extent(
              records.count(),
              records.deadLetters(),
              // A job settles nothing before it has read all.
              /* unsettled= */ 0,
              /* partial= */ false,
              Sample.ALL));
    } catch (SQLException failed) {
      throw unreadable(outputs, failed);
    }
  }

  /**
   * Writes the alerts that stand on the side that is tried, in the form of the topic of alerts, a
   * line each, by their ids.
   *
   * @param wanted the event times of those that are written
   */
  public void writeAlerts(Path file, Span wanted) {
    String standing =
        "select * from ("
            + LayerSql.merged(LakeLayer.ALERTS, "(" + after.rows(LakeLayer.ALERTS) + ")")
            + ") where status = 'raised' and "
            + DayTables.isIn("event_time", wanted)
            + " order by alert_id";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      database.query(standing, rows -> write(rows, out));
    } catch (IOException | UncheckedIOException failed) {
      throw new UnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    } catch (SQLException failed) {
      throw unreadable(outputs, failed);
    }
  }

  private static void write(ResultSet rows, OutputStream out) throws SQLException {
    try {
      while (rows.next()) {
        out.write(AlertJson.write(RowReader.alert(rows)));
        out.write('\n');
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
