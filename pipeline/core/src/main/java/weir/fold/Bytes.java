package weir.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The few forms that state is written in: numbers of as many bytes as they need, and texts. */
final class Bytes {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private Bytes() {}

  /** A number without a sign: the smaller, the shorter. */
  static void write(long number, DataOutput out) throws IOException {
    long rest = number;
    while (rest < 0 || rest >= MORE) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = in.readByte();
      number |= (long) (next & (MORE - 1)) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new StreamCorruptedException("a number has too many bytes");
  }

  /** A number that is as often below zero as above it: the nearer to zero, the shorter. */
  static void writeSigned(long number, DataOutput out) throws IOException {
    write((number << 1) ^ (number >> (Long.SIZE - 1)), out);
  }

  static long readSigned(DataInput in) throws IOException {
    long folded = read(in);
    return (folded >>> 1) ^ -(folded & 1);
  }

  static int readSize(DataInput in) throws IOException {
    long size = read(in);
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new StreamCorruptedException("a size is out of range: " + size);
    }
    return (int) size;
  }

  static void writeText(String text, DataOutput out) throws IOException {
    writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  static String readText(DataInput in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  static void writeBig(BigInteger number, DataOutput out) throws IOException {
    writeBytes(number.toByteArray(), out);
  }

  static BigInteger readBig(DataInput in) throws IOException {
    return new BigInteger(readBytes(in));
  }

  private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    write(bytes.length, out);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[readSize(in)];
    in.readFully(bytes);
    return bytes;
  }
}
