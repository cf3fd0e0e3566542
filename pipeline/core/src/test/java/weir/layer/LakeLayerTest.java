package weir.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are written once are read for years by the ids of their columns. */
class LakeLayerTest {
  private static String ids(LakeLayer layer) {
    return layer.columns().stream()
        .map(column -> column.id() + " " + column.name())
        .collect(Collectors.joining(", "));
  }

  /** A line here may get longer; what is in it never changes. */
  @Test
  void idsOfColumnsStayTheSame() {
    assertThat(ids(LakeLayer.BRONZE))
        .isEqualTo("1 topic, 2 log_partition, 3 log_offset, 4 log_time, 5 key, 6 value");
    assertThat(ids(LakeLayer.SILVER))
        .isEqualTo(
            "2 user_id, 1 transaction_id, 6 event_time, 3 amount_minor, 4 amount, 5 currency,"
                + " 7 merchant_id, 8 category, 9 payment_method, 10 city, 11 country, 12 latitude,"
                + " 13 longitude, 14 device_id, 51 fields, 52 is_flagged, 53 severity,"
                + " 54 fired_rules, 56 score, 57 book, 58 seen");
    assertThat(ids(LakeLayer.ALERTS))
        .isEqualTo(
            "1 alert_id, 2 status, 3 rule_id, 4 rule_version, 5 book, 6 mode, 7 severity,"
                + " 8 user_id, 9 transaction_id, 10 event_time, 11 window_start, 12 window_end,"
                + " 13 seen, 14 observed, 15 alert_limit, 16 unit, 17 feature_values,"
                + " 18 judged_by, 19 evidence, 21 evidence_count, 22 reason, 51 detected_at,"
                + " 52 engine");
    assertThat(ids(LakeLayer.DEAD_LETTERS))
        .isEqualTo("1 topic, 2 log_partition, 3 log_offset, 4 log_time, 7 reason, 8 detail");
  }

  @ParameterizedTest
  @EnumSource
  void noIdIsGivenTwice(LakeLayer layer) {
    List<Integer> ids = new ArrayList<>();
    for (Column column : layer.columns()) {
      ids.add(column.id());
      if (column.type() == Column.Type.TEXTS) {
        ids.add(column.itemId());
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void whatALayerNamesIsAColumnOfIt(LakeLayer layer) {
    List<String> named = new ArrayList<>(layer.same());
    named.add(layer.time());
    named.add(layer.greatest());
    assertThat(layer.columns().stream().map(Column::name)).containsAll(named);
  }
}
