package weir.kafka.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StructuredCoder;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.util.VarInt;
import weir.kafka.read.CommitLater.Reached;

/**
 * A mark of a reader that commits later.
 *
 * @param waiting what was reached and is not committed yet
 */
record LaterMark<M extends CheckpointMark>(M mark, List<Reached<M>> waiting, Runnable isFinal)
    implements CheckpointMark {

  /** A mark that was saved and restored: its reader is gone. */
  LaterMark(M mark, List<Reached<M>> waiting) {
    this(mark, waiting, () -> {});
  }

  @Override
  public void finalizeCheckpoint() {
    isFinal.run();
  }

  /** The binary form of a mark with all that waits to be committed. */
  static final class Form<M extends CheckpointMark> extends StructuredCoder<LaterMark<M>> {
    private static final long serialVersionUID = 1L;

    private final Coder<M> marks;

    Form(Coder<M> marks) {
      this.marks = marks;
    }

    @Override
    public void encode(LaterMark<M> mark, OutputStream out) throws IOException {
      marks.encode(mark.mark(), out);
      VarInt.encode(mark.waiting().size(), out);
      for (Reached<M> each : mark.waiting()) {
        marks.encode(each.mark(), out);
        VarInt.encode(each.at(), out);
      }
    }

    @Override
    public LaterMark<M> decode(InputStream in) throws IOException {
      M mark = marks.decode(in);
      int size = VarInt.decodeInt(in);
      List<Reached<M>> waiting = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        waiting.add(new Reached<>(marks.decode(in), VarInt.decodeLong(in)));
      }
      return new LaterMark<>(mark, waiting);
    }

    @Override
    public List<? extends Coder<?>> getCoderArguments() {
      return List.of(marks);
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
      marks.verifyDeterministic();
    }
  }
}
