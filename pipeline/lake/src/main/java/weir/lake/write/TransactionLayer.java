package weir.lake.write;

import weir.form.VerdictFields;
import weir.layer.LakeLayer;
import weir.model.Verdict;

/** Silver: accepted transactions with what the rules make of them. */
final class TransactionLayer implements Layer<Verdict> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS = ParquetColumns.of("transaction", LakeLayer.SILVER);

  @Override
  public String folder() {
    return LakeLayer.SILVER.folder();
  }

  @Override
  public ParquetColumns columns() {
    return COLUMNS;
  }

  @Override
  public long time(Verdict verdict) {
    return verdict.transaction().time();
  }

  @Override
  public void write(Verdict verdict, RowWriter row) {
    VerdictFields.write(verdict, new RowFields(row));
  }
}
