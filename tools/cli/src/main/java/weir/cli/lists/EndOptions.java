package weir.cli.lists;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.cli.control.Moments;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.model.Json;
import weir.model.Times;

/** Until when a member is in a list. */
final class EndOptions {
  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      description = "For how long, such as '7 d', from when it holds.")
  @Nullable Duration length;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moments.Any.class,
      description = "Until when, such as 2026-12-24T18:00:00Z.")
  @Nullable Long until;

  boolean isGiven() {
    return length != null || until != null;
  }

  /** The time, or null if there is no end. */
  @Nullable Long until(long holdsFrom) {
    if (length != null && until != null) {
      throw new MisuseException("--for and --until both say when it ends; leave one out");
    }
    Long end = length == null ? until : Long.valueOf(holdsFrom + length.toMillis());
    String option = length == null ? "--until" : "--for";
    if (end != null && !Times.isUsable(end)) {
      throw new MisuseException(option + ": ends at no moment " + Times.BOUNDS);
    }
    if (end != null && end <= holdsFrom) {
      throw new MisuseException(
          option + ": ends before it begins, which is at " + Json.time(holdsFrom));
    }
    return end;
  }
}
