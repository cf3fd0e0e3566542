package weir.launch;

/** Which Weir this is. */
public final class Release {
  /** Without what the poms put behind it between releases. */
  public static final String VERSION = "0.1.0";

  private Release() {}
}
