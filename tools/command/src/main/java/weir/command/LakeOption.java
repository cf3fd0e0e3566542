package weir.command;

import picocli.CommandLine.Option;

/** Which lake. */
public final class LakeOption {
  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      defaultValue = "lake",
      description = "The lake's folder (default: ${DEFAULT-VALUE}).")
  public String folder = "";
}
