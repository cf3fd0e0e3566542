package weir.learn;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads how a model came about. */
final class TrainingReader {
  private static final Pattern METRIC = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final int MOST_METRICS = 100;
  private static final int MOST_EDGES = ScoreTable.MOST;

  private final StrictJson json;

  TrainingReader(StrictJson json) {
    this.json = json;
  }

  Training read() throws IOException, FaultyModelException {
    json.begin();
    Span learned = span(ModelJson.LEARNED);
    Span validated = span(ModelJson.VALIDATED);
    Span tested = span(ModelJson.TESTED);
    SortedMap<String, Long> metrics = metrics();
    json.field(ModelJson.SCORES);
    Histogram scores = HistogramReader.read(json, MOST_EDGES);
    json.end();
    return new Training(learned, validated, tested, metrics, scores);
  }

  private Span span(String name) throws IOException, FaultyModelException {
    json.field(name);
    json.begin();
    long from = number(ModelJson.FROM, Long.MIN_VALUE);
    long to = number(ModelJson.TO, from);
    long rows = number(ModelJson.ROWS, 0);
    json.field(ModelJson.FRAUDS);
    long frauds = json.number(0, rows);
    json.end();
    return new Span(from, to, rows, frauds);
  }

  private long number(String field, long least) throws IOException, FaultyModelException {
    json.field(field);
    return json.number(Math.max(least, -StrictJson.MOST_NUMBER), StrictJson.MOST_NUMBER);
  }

  private SortedMap<String, Long> metrics() throws IOException, FaultyModelException {
    json.field(ModelJson.METRICS);
    json.begin();
    SortedMap<String, Long> metrics = new TreeMap<>();
    while (json.hasField()) {
      if (metrics.size() == MOST_METRICS) {
        throw json.fault("expected at most " + MOST_METRICS + " metrics");
      }
      String name = json.anyField();
      if (!METRIC.matcher(name).matches()) {
        throw json.fault("expected the name of a metric");
      }
      metrics.put(name, json.number(-StrictJson.MOST_NUMBER, StrictJson.MOST_NUMBER));
    }
    json.end();
    return metrics;
  }
}
