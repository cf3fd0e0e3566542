package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Alert;

/** The description of an alert leaves nothing out. */
class AlertFieldsTest {
  @Test
  void everyComponentOfAnAlertIsOneField() {
    assertThat(AlertFields.all()).hasSameSizeAs(List.of(Alert.class.getRecordComponents()));
  }

  @Test
  void namesAreOfOneFieldEach() {
    assertThat(AlertFields.all()).extracting(Field::json).doesNotHaveDuplicates();
    assertThat(AlertFields.all()).extracting(Field::column).doesNotHaveDuplicates();
  }

  /** What is read without names, by its place, is read in the order in which it was written. */
  @Test
  void fieldsAreReadInTheirOrder() throws Exception {
    List<Field<?>> read = new ArrayList<>();
    AlertFields.read(new Recorder(read));
    assertThat(read).isEqualTo(AlertFields.all());
  }
}
