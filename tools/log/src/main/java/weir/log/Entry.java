package weir.log;

import org.jspecify.annotations.Nullable;
import weir.judge.Acceptance;
import weir.model.Examined;
import weir.model.LogRecord;
import weir.model.Parsed;
import weir.walk.Walk;

/**
 * A record, and in which topic it stands.
 *
 * @param parsed the transaction that it is, so that nobody reads it twice; absent if it was not
 *     read, or is none
 */
public record Entry(Kind kind, String topic, LogRecord record, @Nullable Parsed parsed) {
  public Entry(Kind kind, String topic, LogRecord record) {
    this(kind, topic, record, /* parsed= */ null);
  }

  /** What is made of it as a transaction. */
  public Examined examine(Acceptance acceptance) {
    return acceptance.examine(record, parsed);
  }

  /** Lets a walk judge it, or hear it. */
  public void into(Walk walk) {
    switch (kind) {
      case LABELS -> walk.hear(topic, record);
      case TRANSACTIONS -> walk.judge(topic, record, parsed);
    }
  }
}
