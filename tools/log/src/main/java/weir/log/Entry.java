package weir.log;

import weir.model.LogRecord;
import weir.walk.Walk;

/** A record, and in which topic it stands. */
public record Entry(Kind kind, String topic, LogRecord record) {
  /** Lets a walk judge it, or hear it. */
  public void into(Walk walk) {
    switch (kind) {
      case LABELS -> walk.hear(topic, record);
      case TRANSACTIONS -> walk.judge(topic, record);
    }
  }
}
