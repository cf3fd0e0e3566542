package weir.console;

import java.time.Instant;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.Printable;
import weir.model.Rejected;

/** Prints a line for each element to the workers' standard output, for development. */
public final class ToConsole<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, String> line;

  private ToConsole(SerializableFunction<T, String> line) {
    this.line = line;
  }

  public static ToConsole<Alert> alerts() {
    return new ToConsole<>(ToConsole::line);
  }

  public static ToConsole<DeadLetter> deadLetters() {
    return new ToConsole<>(ToConsole::line);
  }

  static String line(Alert alert) {
    return String.join(
        "  ",
        Instant.ofEpochMilli(alert.eventTime()).toString(),
        alert.standing(),
        alert.ruleId(),
        alert.userId(),
        alert.reason());
  }

  static String line(DeadLetter letter) {
    Rejected rejected = letter.rejected();
    LogPosition position = rejected.position();
    return String.join(
        "  ",
        Instant.ofEpochMilli(position.writtenTime()).toString(),
        rejected.reason().code(),
        letter.topic() + " partition " + position.partition() + " offset " + position.offset(),
        rejected.detail());
  }

  @Override
  public PDone expand(PCollection<T> elements) {
    elements.apply("Print", ParDo.of(new PrintFn<>(line)));
    return PDone.in(elements.getPipeline());
  }

  private static final class PrintFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, String> line;

    PrintFn(SerializableFunction<T, String> line) {
      this.line = line;
    }

    @ProcessElement
    @SuppressWarnings("SystemOut") // That is what a console is.
    public void print(@Element T element) {
      System.out.println(Printable.text(line.apply(element)));
    }
  }
}
