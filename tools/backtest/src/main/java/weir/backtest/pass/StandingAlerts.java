package weir.backtest.pass;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.form.AlertJson;
import weir.log.Span;
import weir.model.Alert;

/**
 * All alerts of a side, sorted on disk: some are held, and when they are many they become a sorted
 * file. In the end the files are merged, and what stands is written in the form of the topic of
 * alerts, a line each, by their ids.
 */
public final class StandingAlerts implements AutoCloseable {
  private static final int HELD = 50_000;

  private final Path folder;
  private final Span wanted;
  private final int most;
  private final List<Path> runs = new ArrayList<>();
  private final Map<String, Alert> held = new HashMap<>();

  private StandingAlerts(Path folder, Span wanted, int most) {
    this.folder = folder;
    this.wanted = wanted;
    this.most = most;
  }

  /**
   * None yet.
   *
   * @param wanted the event times of those that are written
   */
  public static StandingAlerts of(Span wanted) {
    return of(wanted, HELD);
  }

  static StandingAlerts of(Span wanted, int most) {
    try {
      return new StandingAlerts(Files.createTempDirectory("weir-backtest"), wanted, most);
    } catch (IOException failed) {
      throw new UnavailableException("no room for alerts: " + failed.getMessage(), failed);
    }
  }

  /** Of two alerts with one id the one that has seen more stands. */
  void hear(Alert alert) {
    held.merge(alert.id(), alert, (one, other) -> other.seen() >= one.seen() ? other : one);
    if (held.size() >= most) {
      spill();
    }
  }

  private void spill() {
    Path run = folder.resolve("run-" + runs.size());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
      for (Alert each : held.values().stream().sorted(Comparator.comparing(Alert::id)).toList()) {
        byte[] json = AlertJson.write(each);
        out.writeUTF(each.id());
        out.writeLong(each.seen());
        out.writeBoolean(
            each.isRaised() && each.eventTime() >= wanted.from() && each.eventTime() < wanted.to());
        out.writeInt(json.length);
        out.write(json);
      }
    } catch (IOException failed) {
      throw new UnavailableException(run + " cannot be written: " + failed.getMessage(), failed);
    }
    runs.add(run);
    held.clear();
  }

  /** Writes those that stand. */
  public void writeTo(Path file) {
    spill();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      merge(out);
    } catch (IOException failed) {
      throw new UnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  private void merge(OutputStream out) throws IOException {
    PriorityQueue<Run> next =
        new PriorityQueue<>(
            Comparator.comparing(Run::id)
                .thenComparing(Run::seen, Comparator.reverseOrder())
                .thenComparing(Run::number, Comparator.reverseOrder()));
    List<Run> open = new ArrayList<>();
    try {
      for (Path each : runs) {
        Run run = new Run(open.size(), each);
        open.add(run);
        if (run.advance()) {
          next.add(run);
        }
      }
      String last = "";
      for (Run run = next.poll(); run != null; run = next.poll()) {
        if (!run.id().equals(last) && run.stands) {
          out.write(run.json);
          out.write('\n');
        }
        last = run.id();
        if (run.advance()) {
          next.add(run);
        }
      }
    } finally {
      for (Run each : open) {
        each.close();
      }
    }
  }

  /** A sorted file, at one of its alerts. */
  private static final class Run implements AutoCloseable {
    private final int number;
    private final DataInputStream in;
    private String id = "";
    private long seen;
    private boolean stands;
    private byte[] json = new byte[0];

    Run(int number, Path file) throws IOException {
      this.number = number;
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    int number() {
      return number;
    }

    String id() {
      return id;
    }

    long seen() {
      return seen;
    }

    /** Goes on to the next alert; false if there is none. */
    boolean advance() throws IOException {
      String next = nextId();
      if (next == null) {
        return false;
      }
      id = next;
      seen = in.readLong();
      stands = in.readBoolean();
      json = in.readNBytes(in.readInt());
      return true;
    }

    private @Nullable String nextId() throws IOException {
      try {
        return in.readUTF();
      } catch (EOFException end) {
        return null;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Leaves nothing behind but what was written. */
  @Override
  public void close() {
    try {
      for (Path each : runs) {
        Files.deleteIfExists(each);
      }
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UnavailableException(folder + " cannot be deleted", failed);
    }
  }
}
