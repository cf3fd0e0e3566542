package weir.bench.ladder.log;

import java.util.Map;

/** What fills a topic with a log, markers at the end included. */
public interface Filling {
  void fill(Map<String, Object> client, String topic, int partitions);
}
