package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.DeadLetter;

/** The binary form of a record of a topic that is not judged. */
public final class DeadLetterCoder extends FieldwiseCoder<DeadLetter> {
  private static final long serialVersionUID = 1L;
  private static final DeadLetterCoder INSTANCE = new DeadLetterCoder();

  private DeadLetterCoder() {}

  public static DeadLetterCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(DeadLetter letter, WireBuffer out) throws IOException {
    Wire.writeText(letter.topic(), out);
    RejectedCoder.of().write(letter.rejected(), out);
  }

  @Override
  public DeadLetter decode(InputStream in) throws IOException {
    return new DeadLetter(Wire.readText(in), RejectedCoder.of().decode(in));
  }
}
