package weir.learn;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import weir.model.Json;

/** The JSON form of a model: fixed field order, and nothing in it but whole numbers and texts. */
public final class ModelJson {
  /** The version of the form. */
  static final long VERSION = 1;

  static final String MODEL = "weirModel";
  static final String LEARNER = "learner";
  static final String INPUTS = "inputs";
  static final String INPUT = "input";
  static final String DECIMALS = "decimals";
  static final String NORMAL = "normal";
  static final String FEATURES = "features";
  static final String BASE = "base";
  static final String TREES = "trees";
  static final String SPLIT = "split";
  static final String BELOW = "below";
  static final String MEAN = "mean";
  static final String SCORES = "scores";
  static final String TRAINING = "training";
  static final String LEARNED = "learned";
  static final String VALIDATED = "validated";
  static final String TESTED = "tested";
  static final String METRICS = "metrics";
  static final String FROM = "from";
  static final String TO = "to";
  static final String ROWS = "rows";
  static final String FRAUDS = "frauds";
  static final String EDGES = "edges";
  static final String COUNTS = "counts";

  /** An artefact must find room in one record of a topic. */
  public static final int MOST_BYTES = 850_000;

  private ModelJson() {}

  /** The bytes of a model. Only {@link Model#parse} says whether they are a sound one. */
  public static byte[] write(ModelContent model) {
    return Json.object(json -> write(json, model));
  }

  private static void write(JsonGenerator json, ModelContent model) throws IOException {
    json.writeNumberField(MODEL, VERSION);
    json.writeStringField(LEARNER, model.learner().word());
    json.writeArrayFieldStart(INPUTS);
    for (ModelInput each : model.inputs()) {
      json.writeStartObject();
      json.writeStringField(INPUT, each.text());
      json.writeNumberField(DECIMALS, each.scale().decimals());
      Json.optional(json, NORMAL, each.normal());
      histogram(json, LEARNED, each.learned());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart(FEATURES);
    for (Map.Entry<String, String> each : model.features().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeNumberField(BASE, model.base());
    json.writeArrayFieldStart(TREES);
    for (Tree each : model.trees()) {
      json.writeStartObject();
      ints(json, SPLIT, each.splits());
      ints(json, BELOW, each.below());
      longs(json, MEAN, each.means());
      json.writeEndObject();
    }
    json.writeEndArray();
    longs(json, SCORES, model.scores().margins());
    training(json, model.training());
  }

  private static void training(JsonGenerator json, Training training) throws IOException {
    json.writeObjectFieldStart(TRAINING);
    span(json, LEARNED, training.learned());
    span(json, VALIDATED, training.validated());
    span(json, TESTED, training.tested());
    json.writeObjectFieldStart(METRICS);
    for (Map.Entry<String, Long> each : training.metrics().entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    histogram(json, SCORES, training.scores());
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, String field, Span span) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField(FROM, span.from());
    json.writeNumberField(TO, span.to());
    json.writeNumberField(ROWS, span.rows());
    json.writeNumberField(FRAUDS, span.frauds());
    json.writeEndObject();
  }

  private static void histogram(JsonGenerator json, String field, Histogram histogram)
      throws IOException {
    json.writeObjectFieldStart(field);
    longs(json, EDGES, histogram.edges());
    longs(json, COUNTS, histogram.counts());
    json.writeEndObject();
  }

  private static void ints(JsonGenerator json, String field, int[] values) throws IOException {
    json.writeFieldName(field);
    json.writeArray(values, 0, values.length);
  }

  private static void longs(JsonGenerator json, String field, long[] values) throws IOException {
    json.writeFieldName(field);
    json.writeArray(values, 0, values.length);
  }
}
