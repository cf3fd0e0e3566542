package weir.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand in records as bytes. Of some fields records repeat a few again and again: such a
 * text is one object for many records, which takes no memory of its own, knows its hash, and is
 * soon compared.
 */
public final class SharedTexts {
  /** How many bytes a text has at most to be shared. */
  public static final int LONGEST = 64;

  private static final int PLACES = 1 << 12;
  private static final int FACTOR = 31;

  /** What a decoder writes for bytes that are not UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  // Whatever thread wrote one, it is right and never changes; a lost one is made again.
  private static final @Nullable Shared[] KNOWN = new @Nullable Shared[PLACES];

  private SharedTexts() {}

  /** A text and its bytes. */
  private static final class Shared {
    private final byte[] bytes;
    private final String text;

    Shared(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  /** The shared text of some bytes; nothing if they are no UTF-8. */
  public static @Nullable String shared(byte[] in, int from, int to) {
    if (to - from > LONGEST) {
      return text(in, from, to);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = FACTOR * hash + in[i];
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Shared known = KNOWN[place];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, in, from, to)) {
      return known.text;
    }
    String text = text(in, from, to);
    if (text != null) {
      KNOWN[place] = new Shared(Arrays.copyOfRange(in, from, to), text);
    }
    return text;
  }

  /** The text of some bytes; nothing if they are no UTF-8, or may be none. */
  static @Nullable String text(byte[] in, int from, int to) {
    String text = new String(in, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }
}
