package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;

/** The dead letters of a topic, by their keys. */
final class NaiveLetters {
  private final String topic;
  private final SortedMap<String, String> all = new TreeMap<>();

  NaiveLetters(String topic) {
    this.topic = topic;
  }

  void add(LogRecord record, RejectReason reason, String detail) {
    LogPosition at = NaiveRecords.written(record).position();
    byte[] json =
        RejectedJson.write(new Rejected(reason, detail, at, NaiveRecords.original(record)), topic);
    all.put(
        topic + "-" + at.partition() + "-" + at.offset(), new String(json, StandardCharsets.UTF_8));
  }

  SortedMap<String, String> all() {
    return all;
  }
}
