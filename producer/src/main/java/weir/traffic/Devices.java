package weir.traffic;

/** Names of devices. */
final class Devices {

  private Devices() {}

  static String name(long secret) {
    // The highest bit is set, so that all names have the same length.
    long bits = new Dice(secret).next() >>> 16 | 1L << 47;
    return "dev-" + Long.toString(bits, 36).substring(1);
  }
}
