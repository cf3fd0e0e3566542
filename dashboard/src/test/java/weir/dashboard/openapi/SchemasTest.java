package weir.dashboard.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which schema follows from which record. */
class SchemasTest {
  private enum Size {
    SMALL,
    LARGE
  }

  private record Inner(int number) {}

  private record All(
      String text,
      @Nullable String maybe,
      long at,
      @Nullable Long until,
      double real,
      BigDecimal money,
      boolean truth,
      Size size,
      @Nullable Size maybeSize,
      Inner inner,
      @Nullable Inner maybeInner,
      List<Inner> many,
      List<@Nullable String> holes,
      Map<String, Long> counts,
      @JsonRawValue String raw,
      String said) {}

  private record Strange(Instant time) {}

  private final Schemas schemas =
      new Schemas(
          Map.of("SchemasTestAll.said", Schemas.oneOf(List.of("a", "b"))), Set.of("at", "until"));

  @Test
  void everyComponentIsSaid() throws Exception {
    assertThat(schemas.of(All.class))
        .isEqualTo(new JsonMapper().readTree("{\"$ref\":\"#/components/schemas/SchemasTestAll\"}"));
    assertThat(schemas.all().get("SchemasTestAll"))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"type": "object", "properties": {
                      "text": {"type": "string"},
                      "maybe": {"type": ["string", "null"]},
                      "at": {"type": "integer", "format": "int64",
                        "description": "Milliseconds since 1970"},
                      "until": {"type": ["integer", "null"], "format": "int64",
                        "description": "Milliseconds since 1970"},
                      "real": {"type": "number"},
                      "money": {"type": "number"},
                      "truth": {"type": "boolean"},
                      "size": {"type": "string", "enum": ["SMALL", "LARGE"]},
                      "maybeSize": {"type": ["string", "null"], "enum": ["SMALL", "LARGE", null]},
                      "inner": {"$ref": "#/components/schemas/SchemasTestInner"},
                      "maybeInner": {"anyOf": [
                        {"$ref": "#/components/schemas/SchemasTestInner"}, {"type": "null"}]},
                      "many": {"type": "array",
                        "items": {"$ref": "#/components/schemas/SchemasTestInner"}},
                      "holes": {"type": "array", "items": {"type": ["string", "null"]}},
                      "counts": {"type": "object",
                        "additionalProperties": {"type": "integer", "format": "int64"}},
                      "raw": {},
                      "said": {"type": "string", "enum": ["a", "b"]}},
                    "required": ["text", "at", "real", "money", "truth", "size", "inner", "many",
                      "holes", "counts", "raw", "said"]}
                    """));
    assertThat(schemas.all()).containsOnlyKeys("SchemasTestAll", "SchemasTestInner");
  }

  @Test
  void whatIsNotUnderstoodIsNotPassedOver() {
    assertThatThrownBy(() -> schemas.of(Strange.class))
        .hasMessageContaining("no schema is known for class java.time.Instant");
  }

  @Test
  void noTwoRecordsShareAName() {
    schemas.of(First.Same.class);
    schemas.of(First.Same.class);
    assertThatThrownBy(() -> schemas.of(Other.First.Same.class))
        .hasMessageContaining("would both be called FirstSame");
  }

  private static final class First {
    private record Same(int one) {}
  }

  private static final class Other {
    private static final class First {
      private record Same(int other) {}
    }
  }
}
