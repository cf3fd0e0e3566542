package weir.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Label;
import weir.model.Verdict;
import weir.notice.Announcements;

/**
 * Writes elements to a table, a bundle at a time: when a bundle is done, its rows are in the
 * database.
 *
 * <p>Beam's own JDBC sink groups unbounded input by a step that Spark refuses.
 */
public final class WriteRows<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;

  private final PostgresSettings settings;
  private final TableRows<T> rows;
  private final @Nullable BookTable bookTable;

  private WriteRows(PostgresSettings settings, TableRows<T> rows, @Nullable BookTable bookTable) {
    this.settings = settings;
    this.rows = rows;
    this.bookTable = bookTable;
  }

  public static WriteRows<Verdict> verdicts(
      PostgresSettings settings, Announcements announcements) {
    return new WriteRows<>(settings, new VerdictRows(), new BookTable(announcements));
  }

  public static WriteRows<Alert> alerts(
      PostgresSettings settings, String engine, Announcements announcements) {
    return new WriteRows<>(settings, new AlertRows(engine), new BookTable(announcements));
  }

  public static WriteRows<DeadLetter> deadLetters(PostgresSettings settings) {
    return new WriteRows<>(settings, new DeadLetterRows(), null);
  }

  public static WriteRows<Label> labels(PostgresSettings settings) {
    return new WriteRows<>(settings, new LabelRows(), null);
  }

  @Override
  public PDone expand(PCollection<T> elements) {
    elements.apply(
        "Upsert", ParDo.of(new UpsertFn<>(new Upsert<>(settings, rows, bookTable), rows)));
    return PDone.in(elements.getPipeline());
  }

  private static final class UpsertFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1L;

    /** More at once is hardly faster, and a bundle may be as long as an engine likes. */
    private static final int MOST = 2000;

    /** PostgreSQL takes no more than 1 GB at once, and a row may be a dead letter of 1 MB. */
    private static final long MOST_SIZE = 8 << 20;

    private final Upsert<T> upsert;
    private final TableRows<T> rows;
    private transient List<T> waiting = new ArrayList<>();
    private transient long size;

    UpsertFn(Upsert<T> upsert, TableRows<T> rows) {
      this.upsert = upsert;
      this.rows = rows;
    }

    /** Drops what a failed bundle left behind. */
    @StartBundle
    public void start() {
      waiting = new ArrayList<>();
      size = 0;
    }

    @ProcessElement
    public void take(@Element T element) throws SQLException, InterruptedException {
      waiting.add(element);
      size += rows.size(element);
      if (waiting.size() >= MOST || size >= MOST_SIZE) {
        flush();
      }
    }

    @FinishBundle
    public void flush() throws SQLException, InterruptedException {
      if (!waiting.isEmpty()) {
        upsert.write(waiting);
        waiting.clear();
        size = 0;
      }
    }
  }
}
