package weir.deploy;

import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import weir.images.Yaml;
import weir.options.WeirOptions;

/**
 * A job as one of the files starts it.
 *
 * @param engine whose options it may use besides Weir's
 */
record Job(String name, Class<? extends PipelineOptions> engine, List<String> arguments) {

  static List<Job> all() {
    return List.of(
        inCompose("flink-jobmanager", FlinkPipelineOptions.class),
        inCompose("spark-driver", SparkPipelineOptions.class),
        inCompose("direct", WeirOptions.class),
        inKubernetes("FlinkDeployment", "/spec/job/args", FlinkPipelineOptions.class),
        inKubernetes("SparkApplication", "/spec/arguments", SparkPipelineOptions.class));
  }

  private static Job inCompose(String service, Class<? extends PipelineOptions> engine) {
    return new Job(
        "compose: " + service,
        engine,
        Compose.command(service).stream()
            // Before these stands what the engine's own program is told.
            .dropWhile(
                word ->
                    !word.startsWith("--sparkMaster=") && !word.startsWith("--bootstrapServers="))
            .toList());
  }

  private static Job inKubernetes(
      String kind, String path, Class<? extends PipelineOptions> engine) {
    return new Job(kind, engine, Yaml.texts(Manifests.of(kind).get(0).body().at(path)));
  }

  @Override
  public String toString() {
    return name;
  }
}
