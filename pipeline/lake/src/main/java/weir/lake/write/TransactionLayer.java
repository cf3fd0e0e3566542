package weir.lake.write;

import weir.form.VerdictFields;
import weir.model.Verdict;

/** Silver: accepted transactions with what the rules make of them. */
final class TransactionLayer implements Layer<Verdict> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS =
      new ParquetColumns("transaction").fields(VerdictFields.all());

  @Override
  public String folder() {
    return "silver";
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
