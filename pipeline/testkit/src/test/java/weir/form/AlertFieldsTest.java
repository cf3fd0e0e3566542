package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Alert;
import weir.oracle.Samples;

/** The description of an alert leaves nothing out. */
class AlertFieldsTest {
  private final RecordingReader reader = new RecordingReader();
  private final RecordingWriter writer = new RecordingWriter();

  @Test
  void everyComponentOfAnAlertIsOneField() {
    assertThat(AlertFields.all()).hasSameSizeAs(List.of(Alert.class.getRecordComponents()));
  }

  @Test
  void namesAreOfOneFieldEach() {
    assertThat(AlertFields.all()).extracting(Field::json).doesNotHaveDuplicates();
    assertThat(AlertFields.all()).extracting(Field::column).doesNotHaveDuplicates();
  }

  @Test
  void fieldsAreWrittenInTheirOrder() {
    AlertFields.write(Samples.ALERT, writer);
    assertThat(writer.fields()).isEqualTo(AlertFields.all());
  }

  /** Forms that have no field names are read in the order in which they were written. */
  @Test
  void fieldsAreReadInTheirOrder() {
    AlertFields.read(reader);
    assertThat(reader.fields()).isEqualTo(AlertFields.all());
  }
}
