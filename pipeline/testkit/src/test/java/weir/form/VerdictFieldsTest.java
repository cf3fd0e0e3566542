package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.fields.DeclaredValues;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.oracle.Samples;

/** The descriptions of a transaction and of its verdict leave nothing out. */
class VerdictFieldsTest {
  private final RecordingReader reader = new RecordingReader();
  private final RecordingWriter writer = new RecordingWriter();

  @Test
  void everyComponentOfATransactionButDeclaredFieldsIsOneField() {
    assertThat(TransactionFields.all()).hasSize(Transaction.class.getRecordComponents().length - 1);
  }

  /** A row has the fields of the transaction in place of the transaction, and no field too many. */
  @Test
  void everyComponentOfARowIsOneField() {
    int declared = 1;
    int rest = VerdictRow.class.getRecordComponents().length - 1 + declared;
    assertThat(VerdictFields.all()).hasSize(TransactionFields.all().size() + rest);
    assertThat(VerdictFields.all()).containsAll(TransactionFields.all());
    assertThat(VerdictFields.all()).containsAll(VerdictFields.key());
    assertThat(VerdictFields.all()).endsWith(VerdictFields.judgement().toArray(Field[]::new));
  }

  @Test
  void namesAreOfOneFieldEach() {
    assertThat(TransactionFields.all()).extracting(Field::json).doesNotHaveDuplicates();
    assertThat(VerdictFields.all()).extracting(Field::column).doesNotHaveDuplicates();
  }

  @Test
  void fieldsOfATransactionAreWrittenInTheirOrder() {
    TransactionFields.write(Samples.FULL, writer);
    assertThat(writer.fields()).isEqualTo(TransactionFields.all());
  }

  /** Forms that have no field names are read in the order in which they were written. */
  @Test
  void fieldsOfATransactionAreReadInTheirOrder() {
    TransactionFields.read(reader, DeclaredValues.NONE);
    assertThat(reader.fields()).isEqualTo(TransactionFields.all());
  }

  @Test
  void fieldsOfAVerdictAreWrittenInTheirOrder() {
    VerdictFields.write(new Verdict(Samples.FULL, 1, List.of(), 1, Verdict.Change.FIRST), writer);
    assertThat(writer.fields()).isEqualTo(VerdictFields.all());
  }

  /** A row is read by names, in any order. */
  @Test
  void everyFieldOfAVerdictIsRead() {
    VerdictFields.read(reader);
    assertThat(reader.fields()).containsExactlyInAnyOrderElementsOf(VerdictFields.all());
  }
}
