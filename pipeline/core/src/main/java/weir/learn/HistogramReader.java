package weir.learn;

import java.io.IOException;

/** Reads a histogram whose bins do not overlap. */
final class HistogramReader {
  private HistogramReader() {}

  static Histogram read(StrictJson json, int mostEdges) throws IOException, FaultyModelException {
    json.begin();
    json.field(ModelJson.EDGES);
    long most = StrictJson.MOST_NUMBER;
    long[] edges = json.numbers(-most, most, mostEdges);
    for (int i = 1; i < edges.length; i++) {
      if (edges[i] <= edges[i - 1]) {
        throw json.fault("the edges do not ascend");
      }
    }
    json.field(ModelJson.COUNTS);
    // So many that their total cannot overflow.
    long[] counts = json.numbers(0, most / (edges.length + 1), edges.length + 1);
    if (counts.length != edges.length + 1) {
      throw json.fault("found " + counts.length + " counts, expected " + (edges.length + 1));
    }
    json.end();
    return Histogram.wrap(edges, counts);
  }
}
