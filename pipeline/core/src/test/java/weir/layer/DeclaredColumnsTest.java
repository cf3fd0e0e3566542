package weir.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.Pointer;

class DeclaredColumnsTest {
  private static final DeclaredField IP = new DeclaredField("ip", DeclaredType.TEXT);
  private static final DeclaredField RISK = new DeclaredField("risk", DeclaredType.NUMBER);
  private static final DeclaredField PRESENT = new DeclaredField("present", DeclaredType.BOOL);

  private static List<Column> columns(DeclaredField... fields) {
    return List.copyOf(DeclaredColumns.of(List.of(fields)).keySet());
  }

  /** Files of years are read by these ids. */
  @Test
  void idsFollowFromNamesAndTypes() {
    assertThat(columns(IP, PRESENT, RISK))
        .containsExactly(
            Column.optional(861_407_301, "text_ip", Column.Type.TEXT),
            Column.optional(184_423_000, "bool_present", Column.Type.TRUTH),
            Column.optional(1_002_587_652, "number_risk", Column.Type.MILLIONTHS));
  }

  @Test
  void aFieldIsTheSameColumnWhateverElseIsDeclared() {
    assertThat(columns(RISK)).isSubsetOf(columns(IP, PRESENT, RISK));
    assertThat(columns(new DeclaredField("ip", DeclaredType.TEXT, new Pointer(List.of("a", "b")))))
        .isEqualTo(columns(IP));
  }

  @Test
  void anotherTypeIsAnotherColumn() {
    assertThat(columns(new DeclaredField("ip", DeclaredType.NUMBER)).get(0))
        .satisfies(
            column -> {
              assertThat(column.name()).isEqualTo("number_ip");
              assertThat(column.id()).isNotEqualTo(columns(IP).get(0).id());
            });
  }

  @Test
  void ofFieldsThatDifferInCapitalsOnlyTheFirstHasAColumn() {
    DeclaredField capitals = new DeclaredField("IP", DeclaredType.TEXT);
    assertThat(DeclaredColumns.of(List.of(capitals, IP)))
        .hasSize(1)
        .containsValue(capitals)
        .containsKey(columns(IP).get(0));
  }

  @Test
  void aColumnIsKnownByItsName() {
    assertThat(DeclaredColumns.among(List.of("seen", "number_risk", "text_ip", "text_IP", "text_")))
        .isEqualTo(columns(RISK, IP));
  }

  @ParameterizedTest
  @EnumSource
  void noLayerHasAColumnOfSuchANameOrId(LakeLayer layer) {
    assertThat(layer.columns())
        .allSatisfy(
            column -> {
              assertThat(DeclaredColumns.named(column.name())).isEmpty();
              assertThat(column.itemId()).isLessThan(DeclaredColumns.FIRST_ID);
            });
  }
}
