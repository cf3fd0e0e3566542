package weir.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Json;

/** The flat JSON form of a label. */
public final class LabelJson {
  private static final String TRANSACTION = "transactionId";
  private static final String USER = "userId";
  private static final String TIME = "timestamp";
  private static final String KIND = "kind";
  private static final String FRAUD = "fraud";
  private static final String CAMPAIGN = "campaignId";
  private static final String SOURCE = "source";
  private static final String SIMULATION = "simulation";
  private static final String LABELLED_AT = "labelledAt";

  private LabelJson() {}

  /**
   * As a record.
   *
   * @param labelledAt the log time at which it is said, in epoch milliseconds: a file of labels has
   *     no other
   */
  public static byte[] write(Label label, long labelledAt) {
    return Json.object(
        json -> {
          json.writeStringField(TRANSACTION, label.transactionId());
          json.writeStringField(USER, label.userId());
          json.writeNumberField(TIME, label.time());
          json.writeStringField(KIND, label.kind());
          json.writeBooleanField(FRAUD, label.isFraud());
          json.writeStringField(CAMPAIGN, label.campaignId());
          json.writeStringField(SOURCE, SIMULATION);
          json.writeNumberField(LABELLED_AT, labelledAt);
          for (Map.Entry<String, String> each : label.payment().entrySet()) {
            json.writeStringField(each.getKey(), each.getValue());
          }
        });
  }

  /** Reads what {@link #write} wrote; throws if the bytes are something else. */
  public static Label read(byte[] bytes) throws IOException {
    SortedMap<String, String> fields = new TreeMap<>();
    try (JsonParser json = Json.FACTORY.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a label is a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        fields.put(name, json.getText());
        json.skipChildren();
      }
    }
    try {
      return new Label(
          required(fields, TRANSACTION),
          required(fields, USER),
          Long.parseLong(required(fields, TIME)),
          required(fields, KIND),
          Boolean.parseBoolean(required(fields, FRAUD)),
          required(fields, CAMPAIGN),
          others(fields));
    } catch (NumberFormatException wrong) {
      throw new IOException("a label's " + TIME + " is in epoch milliseconds", wrong);
    }
  }

  private static SortedMap<String, String> others(SortedMap<String, String> fields) {
    SortedMap<String, String> others = new TreeMap<>(fields);
    others
        .keySet()
        .removeAll(List.of(TRANSACTION, USER, TIME, KIND, FRAUD, CAMPAIGN, SOURCE, LABELLED_AT));
    return others;
  }

  private static String required(Map<String, String> fields, String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("a label has a field " + name);
    }
    return value;
  }
}
