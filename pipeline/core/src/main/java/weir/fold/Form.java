package weir.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.fold.Ends.Point;
import weir.history.Merge;

/** The forms of summaries: how they merge, and how they are written as bytes. */
public abstract sealed class Form<S> implements Merge<S> {
  public static final Form<Long> COUNT = new OfCount();
  public static final Form<Moments> MOMENTS = new OfMoments();
  public static final Form<Ends> ENDS = new OfEnds();
  public static final Form<Set<String>> TEXTS = new OfTexts();

  private static final List<Form<?>> ALL = List.of(COUNT, MOMENTS, ENDS, TEXTS);

  private final int code;

  /** The code stands in checkpoints and never means another form. */
  private Form(int code) {
    this.code = code;
  }

  /** Whether sums are so dear that those of whole windows are remembered. */
  boolean isDear() {
    return false;
  }

  abstract void write(S summary, DataOutput out) throws IOException;

  abstract S read(DataInput in) throws IOException;

  final int code() {
    return code;
  }

  static Form<?> ofCode(int code) throws StreamCorruptedException {
    for (Form<?> each : ALL) {
      if (each.code == code) {
        return each;
      }
    }
    throw new StreamCorruptedException("no form of a summary has the code " + code);
  }

  private static final class OfCount extends Form<Long> {
    private OfCount() {
      super(1);
    }

    @Override
    public Long ofNothing() {
      return 0L;
    }

    @Override
    public Long plus(Long left, Long right) {
      return left + right;
    }

    @Override
    void write(Long count, DataOutput out) throws IOException {
      Bytes.write(count, out);
    }

    @Override
    Long read(DataInput in) throws IOException {
      return Bytes.read(in);
    }
  }

  private static final class OfMoments extends Form<Moments> {
    private OfMoments() {
      super(2);
    }

    @Override
    public Moments ofNothing() {
      return Moments.NONE;
    }

    @Override
    public Moments plus(Moments left, Moments right) {
      return left.plus(right);
    }

    @Override
    void write(Moments moments, DataOutput out) throws IOException {
      Bytes.write(moments.count(), out);
      Bytes.writeBig(moments.sum(), out);
      Bytes.writeBig(moments.squares(), out);
      Bytes.writeSigned(moments.least(), out);
      Bytes.writeSigned(moments.greatest(), out);
    }

    @Override
    Moments read(DataInput in) throws IOException {
      long count = Bytes.read(in);
      BigInteger sum = Bytes.readBig(in);
      BigInteger squares = Bytes.readBig(in);
      return new Moments(
          count,
          sum.shiftRight(Long.SIZE).longValue(),
          sum.longValue(),
          squares.shiftRight(2 * Long.SIZE).longValue(),
          squares.shiftRight(Long.SIZE).longValue(),
          squares.longValue(),
          Bytes.readSigned(in),
          Bytes.readSigned(in));
    }
  }

  private static final class OfEnds extends Form<Ends> {
    private OfEnds() {
      super(3);
    }

    @Override
    public Ends ofNothing() {
      return Ends.NONE;
    }

    @Override
    public Ends plus(Ends left, Ends right) {
      return left.plus(right);
    }

    @Override
    void write(Ends ends, DataOutput out) throws IOException {
      write(ends.first(), out);
      write(ends.last(), out);
    }

    private static void write(@Nullable Point point, DataOutput out) throws IOException {
      out.writeBoolean(point != null);
      if (point != null) {
        Bytes.writeSigned(point.time(), out);
        Bytes.writeText(point.id(), out);
        Bytes.writeText(point.userId(), out);
        out.writeBoolean(point.text() != null);
        if (point.text() != null) {
          Bytes.writeText(point.text(), out);
        }
        Bytes.writeSigned(point.number(), out);
      }
    }

    @Override
    Ends read(DataInput in) throws IOException {
      return new Ends(point(in), point(in));
    }

    private static @Nullable Point point(DataInput in) throws IOException {
      return in.readBoolean()
          ? new Point(
              Bytes.readSigned(in),
              Bytes.readText(in),
              Bytes.readText(in),
              in.readBoolean() ? Bytes.readText(in) : null,
              Bytes.readSigned(in))
          : null;
    }
  }

  private static final class OfTexts extends Form<Set<String>> {
    private OfTexts() {
      super(4);
    }

    @Override
    public Set<String> ofNothing() {
      return Set.of();
    }

    @Override
    public Set<String> plus(Set<String> left, Set<String> right) {
      Set<String> larger = left.size() < right.size() ? right : left;
      Set<String> smaller = left.size() < right.size() ? left : right;
      if (larger.containsAll(smaller)) {
        return larger;
      }
      Set<String> all = new HashSet<>(larger);
      all.addAll(smaller);
      return all;
    }

    @Override
    boolean isDear() {
      return true;
    }

    @Override
    void write(Set<String> texts, DataOutput out) throws IOException {
      Bytes.write(texts.size(), out);
      for (String each : new TreeSet<>(texts)) {
        Bytes.writeText(each, out);
      }
    }

    @Override
    Set<String> read(DataInput in) throws IOException {
      Set<String> texts = new HashSet<>();
      for (int i = Bytes.readSize(in); i > 0; i--) {
        texts.add(Bytes.readText(in));
      }
      return texts;
    }
  }
}
