package weir.tables.delta;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.hadoopio.HadoopFileIO;
import io.delta.kernel.engine.JsonHandler;
import org.apache.hadoop.conf.Configuration;

/** Delta's own engine, but that of several who write the same commit one succeeds. */
final class DeltaEngine extends DefaultEngine {
  private final JsonHandler json;

  DeltaEngine(Configuration hadoop) {
    super(new HadoopFileIO(hadoop));
    json = new OnceJson(new HadoopFileIO(hadoop), hadoop);
  }

  @Override
  public JsonHandler getJsonHandler() {
    return json;
  }
}
