package weir.runners;

import weir.WeirJob;

/** Weir on the FlinkRunner. */
public final class OnFlink {
  private OnFlink() {}

  public static void main(String[] args) {
    WeirJob.main(args, "--runner=FlinkRunner");
  }
}
