package weir.dashboard.cases;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import weir.dashboard.desk.Decision;
import weir.dashboard.store.JudgedPayment;
import weir.dashboard.store.SaidLabel;
import weir.model.Json;

/** A case as one JSON object, with times that a person can read. */
public final class CaseJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .addMixIn(JudgedPayment.class, InUtc.class)
          .addMixIn(SaidLabel.class, InUtc.class)
          .addMixIn(Decision.class, InUtc.class)
          .addMixIn(Note.class, InUtc.class)
          .addMixIn(Entry.class, InUtc.class)
          .addMixIn(Entry.Folded.class, InUtc.class)
          .build();

  private CaseJson() {}

  /** Times of records that count milliseconds. Jackson looks at its methods. */
  @SuppressWarnings("UnusedMethod")
  private interface InUtc {
    @JsonSerialize(using = Utc.class)
    long at();

    @JsonSerialize(using = Utc.class)
    long time();

    @JsonSerialize(using = Utc.class)
    long eventTime();

    @JsonSerialize(using = Utc.class)
    Long until();

    @JsonSerialize(using = Utc.class)
    long from();

    @JsonSerialize(using = Utc.class)
    long to();
  }

  /** Writes a time as all of Weir does. */
  static final class Utc extends JsonSerializer<Long> {
    @Override
    public void serialize(Long millis, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(Json.time(millis));
    }
  }

  public static String of(CaseFile file) {
    try {
      return MAPPER.writeValueAsString(file);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a case has no JSON form", impossible);
    }
  }
}
