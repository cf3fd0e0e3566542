package weir.exactly;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a shard is: the same text in an engine's state, of what has a number, and in Kafka, of
 * what is written.
 *
 * @param run which run gave the numbers: another one gives them to other records
 * @param last the last number
 */
record Mark(String run, long last) {
  /** The mark of an unknown shard. */
  static final Mark NONE = new Mark("", -1);

  private static final Pattern TEXT = Pattern.compile("(\\S+) (\\d+)");

  /** The mark of a run that has given no number yet. */
  static Mark ofNewRun() {
    return new Mark(UUID.randomUUID().toString(), NONE.last);
  }

  /** Reads a mark; any other text is foreign and ignored. */
  static Mark parse(String text) {
    Matcher mark = TEXT.matcher(text);
    return mark.matches() ? new Mark(mark.group(1), Long.parseLong(mark.group(2))) : NONE;
  }

  Mark next() {
    return new Mark(run, last + 1);
  }

  boolean isOfSameRun(Mark other) {
    return run.equals(other.run);
  }

  String text() {
    return run + " " + last;
  }
}
