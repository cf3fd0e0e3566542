package weir.bench.ladder.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** How often each method was found at work in a recording, by its callers. */
public final class Samples {
  private final Map<String, Samples> callees = new TreeMap<>();
  private long count;

  /** The samples of a JDK Flight Recorder recording, from the threads' outermost frames inwards. */
  public static Samples read(Path recording) {
    Samples all = new Samples();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
          all.add(stack.getFrames());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(recording + " cannot be read: " + unreadable, unreadable);
    }
    return all;
  }

  /** Adds a stack whose innermost frame is first, as in a recording. */
  private void add(List<RecordedFrame> frames) {
    Samples at = this;
    at.count++;
    for (int i = frames.size() - 1; i >= 0; i--) {
      at = at.callees.computeIfAbsent(name(frames.get(i).getMethod()), name -> new Samples());
      at.count++;
    }
  }

  /** The class and the method, because packages say little in a picture. */
  private static String name(RecordedMethod method) {
    String type = method.getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
  }

  long count() {
    return count;
  }

  Map<String, Samples> callees() {
    return callees;
  }
}
