package weir.runners;

import weir.WeirJob;

/** Weir on the DirectRunner. */
public final class OnDirect {
  private OnDirect() {}

  public static void main(String[] args) {
    WeirJob.main(args, "--runner=DirectRunner");
  }
}
