package weir.lake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of an answer, in a form that both a table and JSON can show. */
final class Cell {
  private Cell() {}

  /** A number, a truth, a text, a list of these, or null. */
  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toString();
    }
    if (value instanceof Blob blob) {
      return text(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof Array array) {
      return List.of(Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toArray());
    }
    return value.toString();
  }

  /** Records are mostly text; what is not is told by its bytes. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return "0x" + HexFormat.of().formatHex(bytes);
    }
  }

  /** On a terminal: nothing for null, and no control character, which could do anything there. */
  static String shown(@Nullable Object cell) {
    return cell == null ? "" : cell.toString().replaceAll("\\p{Cntrl}", "\u00b7");
  }
}
