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

/** How often a method was found at work in a recording, by whom it was called. */
public final class Samples {
  private final Map<String, Samples> callees = new TreeMap<>();
  private long count;

  /** The samples of a recording of the JDK's flight recorder, from the threads downwards. */
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

  /** Adds a stack, the innermost frame first as the recorder has it. */
  private void add(List<RecordedFrame> frames) {
    Samples at = this;
    at.count++;
    for (int i = frames.size() - 1; i >= 0; i--) {
      at = at.callees.computeIfAbsent(name(frames.get(i).getMethod()), name -> new Samples());
      at.count++;
    }
  }

  /** Packages say little in a picture: the class and the method. */
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
