package weir.coders;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.util.VarInt;
import org.jspecify.annotations.Nullable;
import weir.form.SharedTexts;

/** The few forms that the hand-written coders are made of. */
final class Wire {
  /** Most texts are short, and become texts from here. */
  private static final ThreadLocal<byte[]> ROOM =
      ThreadLocal.withInitial(() -> new byte[SharedTexts.LONGEST]);

  private Wire() {}

  static void writeLong(long value, WireBuffer out) throws IOException {
    VarInt.encode(value, out);
  }

  static long readLong(InputStream in) throws IOException {
    return VarInt.decodeLong(in);
  }

  /** A number that is as often below zero as above it: the nearer to zero, the shorter. */
  static void writeSigned(long value, WireBuffer out) throws IOException {
    VarInt.encode((value << 1) ^ (value >> (Long.SIZE - 1)), out);
  }

  static long readSigned(InputStream in) throws IOException {
    long folded = VarInt.decodeLong(in);
    return (folded >>> 1) ^ -(folded & 1);
  }

  static void writeFlag(boolean flag, WireBuffer out) throws IOException {
    out.write(flag ? 1 : 0);
  }

  static boolean readFlag(InputStream in) throws IOException {
    return exactly(1, in)[0] != 0;
  }

  static int readInt(InputStream in) throws IOException {
    return VarInt.decodeInt(in);
  }

  static void writeBytes(byte[] bytes, WireBuffer out) throws IOException {
    VarInt.encode(bytes.length, out);
    out.write(bytes);
  }

  static byte[] readBytes(InputStream in) throws IOException {
    return exactly(VarInt.decodeInt(in), in);
  }

  static void writeText(String text, WireBuffer out) throws IOException {
    out.writeText(text, 0);
  }

  static String readText(InputStream in) throws IOException {
    return readText(VarInt.decodeInt(in), in);
  }

  /** A text whose length is read already. */
  static String readText(int length, InputStream in) throws IOException {
    return new String(some(length, in), 0, length, StandardCharsets.UTF_8);
  }

  /** The same of a text that comes again and again: it is one object for many. */
  static String readCommonText(int length, InputStream in) throws IOException {
    byte[] bytes = some(length, in);
    String shared = SharedTexts.shared(bytes, 0, length);
    return shared == null ? new String(bytes, 0, length, StandardCharsets.UTF_8) : shared;
  }

  /** Absent is length zero, and every length is one more than it is. */
  static void writeOptionalBytes(byte @Nullable [] bytes, WireBuffer out) throws IOException {
    if (bytes == null) {
      out.write(0);
    } else {
      VarInt.encode(bytes.length + 1, out);
      out.write(bytes);
    }
  }

  static byte @Nullable [] readOptionalBytes(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    return length == 0 ? null : exactly(length - 1, in);
  }

  static void writeOptionalText(@Nullable String text, WireBuffer out) throws IOException {
    if (text == null) {
      out.write(0);
    } else {
      out.writeText(text, 1);
    }
  }

  static @Nullable String readOptionalText(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    return length == 0 ? null : readText(length - 1, in);
  }

  /** A number that is not negative, as one more than it is; nothing is zero. */
  static long ofOptionalSmall(@Nullable Integer number) {
    return number == null ? 0 : number + 1L;
  }

  static @Nullable Integer optionalSmall(long more) {
    return more == 0 ? null : (Integer) (int) (more - 1);
  }

  /** By its name: what is kept in a checkpoint outlives the order of constants. */
  static void writeEnum(Enum<?> constant, WireBuffer out) throws IOException {
    writeText(constant.name(), out);
  }

  static <E extends Enum<E>> E readEnum(Class<E> type, InputStream in) throws IOException {
    return Enum.valueOf(type, readText(in));
  }

  static void writeDouble(double value, WireBuffer out) throws IOException {
    long bits = Double.doubleToLongBits(value);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (bits >>> shift));
    }
  }

  static double readDouble(InputStream in) throws IOException {
    long bits = 0;
    for (byte b : exactly(Double.BYTES, in)) {
      bits = bits << Byte.SIZE | (b & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  private static byte[] exactly(int length, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length);
    checkEnd(bytes.length, length);
    return bytes;
  }

  /** An array that begins with so many bytes. It is the thread's own, for as long as it reads. */
  private static byte[] some(int length, InputStream in) throws IOException {
    if (length > SharedTexts.LONGEST) {
      return exactly(length, in);
    }
    byte[] room = ROOM.get();
    checkEnd(in.readNBytes(room, 0, length), length);
    return room;
  }

  private static void checkEnd(int read, int length) throws EOFException {
    if (read < length) {
      throw new EOFException("the stream ends in the middle of a value");
    }
  }
}
