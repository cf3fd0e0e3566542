package weir.lake.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredValues;
import weir.form.VerdictFields;
import weir.layer.DeclaredColumns;
import weir.layer.LakeLayer;
import weir.model.Verdict;

/**
 * Silver: accepted transactions with what the rules make of them. Declared fields are there twice:
 * all together as JSON, which says exactly what was accepted, and each as a column.
 */
final class TransactionLayer implements Layer<Verdict> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS = ParquetColumns.of("transaction", LakeLayer.SILVER);

  private final List<DeclaredField> declared;
  private transient @Nullable ParquetColumns columns;

  /**
   * The layer of a job.
   *
   * @param declared the fields that its charter declares
   */
  TransactionLayer(List<DeclaredField> declared) {
    this.declared = List.copyOf(DeclaredColumns.of(declared).values());
  }

  @Override
  public String folder() {
    return LakeLayer.SILVER.folder();
  }

  @Override
  public ParquetColumns columns() {
    ParquetColumns all = columns;
    if (all == null) {
      all = COLUMNS.and(DeclaredColumns.of(declared).keySet());
      columns = all;
    }
    return all;
  }

  @Override
  public long time(Verdict verdict) {
    return verdict.transaction().time();
  }

  @Override
  public void write(Verdict verdict, RowWriter row) {
    VerdictFields.write(verdict, new RowFields(row));
    DeclaredValues values = verdict.transaction().declared();
    for (DeclaredField each : declared) {
      switch (each.type()) {
        case TEXT -> row.optionalText(values.text(each.name()));
        case NUMBER -> row.optionalNumber(values.millionths(each.name()));
        case BOOL -> row.optionalTruth(values.truth(each.name()));
      }
    }
  }
}
