package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import weir.form.Field;
import weir.form.VerdictFields;
import weir.model.Transaction;
import weir.model.Verdict;

/** Accepted transactions with what the rules make of them. */
final class VerdictRows implements TableRows<Verdict> {
  private static final long serialVersionUID = 1L;

  @Override
  public String sql() {
    return """
        insert into transactions as known (%1$s)
        select %2$s
        from unnest(%3$s) as rows (%1$s)
        on conflict (%4$s) do update set %5$s
        where excluded.seen > known.seen
        """
        .formatted(
            FieldArrays.each(VerdictFields.all(), Field::column),
            FieldArrays.each(VerdictFields.all(), FieldArrays::selected),
            FieldArrays.each(VerdictFields.all(), FieldArrays::parameter),
            FieldArrays.each(VerdictFields.key(), Field::column),
            FieldArrays.each(VerdictFields.judgement(), FieldArrays::excluded));
  }

  @Override
  public void bind(PreparedStatement statement, List<Verdict> rows) throws SQLException {
    new ArrayParameters<>(statement, rows).fields(VerdictFields.all(), VerdictFields::write);
  }

  @Override
  public int size(Verdict row) {
    TextSize size = new TextSize();
    VerdictFields.write(row, size);
    return size.characters();
  }

  /** The columns of the key, a NUL between them: no text holds one. */
  @Override
  public String key(Verdict row) {
    Transaction tx = row.transaction();
    return tx.userId() + '\0' + tx.time() + '\0' + tx.id();
  }

  @Override
  public boolean replaces(Verdict known, Verdict other) {
    return other.seen() > known.seen();
  }
}
