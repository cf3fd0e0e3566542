package weir.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a lake is asked. */
public final class QueryOptions {
  @Mixin public LakeOption lake = new LakeOption();

  @Option(names = "--json", description = "Each row of the answer as a line of JSON.")
  public boolean json;

  @Parameters(paramLabel = "SQL", arity = "0..1", description = "Without it: how much there is.")
  public @Nullable String sql;
}
