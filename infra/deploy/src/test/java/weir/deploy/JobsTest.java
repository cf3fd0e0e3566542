package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.lake.write.LakeOptions;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;
import weir.postgres.PostgresOptions;

class JobsTest {
  static List<Job> jobs() {
    return Job.all();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void optionsAreWeirsOrTheEngines(Job job) {
    Set<String> known =
        Stream.of(WeirOptions.class, PostgresOptions.class, LakeOptions.class, job.engine())
            .flatMap(options -> Stream.of(options.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(job.arguments()).isNotEmpty();
    for (String argument : job.arguments()) {
      assertThat(argument).matches("--[a-zA-Z]+=.+");
      String name = argument.substring(2, argument.indexOf('='));
      assertThat(known)
          .contains("set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    // Their values too are such as the job takes.
    assertThatCode(() -> CommandLineOptions.parse(arguments(job))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void topicsAreMade(Job job) {
    WeirOptions options = CommandLineOptions.parse(arguments(job));
    List<String> named =
        List.of(
            options.getInputTopic(),
            options.getAlertTopic(),
            options.getDeadLetterTopic(),
            Objects.requireNonNull(options.getLegitimateTopic()),
            Objects.requireNonNull(options.getSuspiciousTopic()));
    assertThat(MadeTopics.inCompose().keySet()).containsAll(named);
    assertThat(MadeTopics.inKubernetes().keySet()).containsAll(named);
  }

  /** Without these a restart would lose what the engine remembers. */
  @Test
  void stateIsKept() {
    for (Job job : Job.all()) {
      if (job.engine() == FlinkPipelineOptions.class) {
        assertThat(job.arguments())
            .contains("--checkpointingInterval=10000", "--externalizedCheckpointsEnabled=true");
      } else if (job.engine() == SparkPipelineOptions.class) {
        assertThat(job.arguments()).contains("--checkpointDurationMillis=500");
      }
    }
  }

  /** Only the jar of one engine is in an image, and only its main class in that jar. */
  @Test
  void mainClassesAreThoseOfTheEngines() {
    assertThat(Compose.command("flink-jobmanager"))
        .contains("--job-classname=weir.runners.OnFlink");
    assertThat(Compose.command("spark-driver"))
        .contains("--class=weir.runners.OnSpark", "/opt/weir/weir-spark.jar");
    assertThat(Manifests.of("FlinkDeployment").get(0).body().at("/spec/job/entryClass").asText())
        .isEqualTo("weir.runners.OnFlink");
    assertThat(Manifests.of("SparkApplication").get(0).body().at("/spec/mainClass").asText())
        .isEqualTo("weir.runners.OnSpark");
    assertThat(Infra.inCheckout("runners/flink/src/main/java/weir/runners/OnFlink.java")).exists();
    assertThat(Infra.inCheckout("runners/spark/src/main/java/weir/runners/OnSpark.java")).exists();
  }

  @Test
  void jarsAreWhereTheImagesHaveThem() {
    assertThat(copiedTo("flink")).contains("/opt/flink/usrlib/weir-flink.jar");
    assertThat(Manifests.of("FlinkDeployment").get(0).body().at("/spec/job/jarURI").asText())
        .isEqualTo("local:///opt/flink/usrlib/weir-flink.jar");
    assertThat(copiedTo("spark")).contains("/opt/weir/weir-spark.jar");
    assertThat(
            Manifests.of("SparkApplication").get(0).body().at("/spec/mainApplicationFile").asText())
        .isEqualTo("local:///opt/weir/weir-spark.jar");
  }

  private static String copiedTo(String stage) {
    return String.join("\n", Images.stage(stage).of("COPY"));
  }

  private static String[] arguments(Job job) {
    return job.arguments().toArray(new String[0]);
  }
}
