package weir.bench.ladder.log;

import java.util.Map;

/** Fills a topic with a log, including the markers at the end. */
public interface Filling {
  void fill(Map<String, Object> client, String topic, int partitions);
}
