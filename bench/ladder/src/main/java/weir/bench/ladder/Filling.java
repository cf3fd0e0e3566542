package weir.bench.ladder;

import java.util.Map;

/** What fills a topic with a log, markers at the end included. */
interface Filling {
  void fill(Map<String, Object> client, String topic, int partitions);
}
