package weir.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the job jars, and what must not be. */
@Tag("slow")
final class JobJarTest {
  private static final String RELOCATED = "weir/shaded/";
  private static final Pattern TYPE = Pattern.compile("L([\\w/$]+);");

  /** Where Flink looks on its own side first: a second copy in a job would be a trap. */
  private static final String FLINK_FIRST =
      "(org/apache/(flink|log4j|logging)|com/esotericsoftware/kryo|org/slf4j|org/rocksdb|scala)/.*";

  private static final List<String> SERVICES =
      List.of(
          "java.sql.Driver",
          "org.apache.beam.sdk.io.FileSystemRegistrar",
          "org.apache.beam.sdk.options.PipelineOptionsRegistrar",
          "org.apache.beam.sdk.runners.PipelineRunnerRegistrar",
          "org.flywaydb.core.extensibility.Plugin");

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void startsTheJobAndIsSignedByNobody(String engine) throws Exception {
    try (JarFile jar = new JarFile(new JobJar(engine).path().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo(
              "weir.runners.On" + Character.toUpperCase(engine.charAt(0)) + engine.substring(1));
      assertThat(jar.stream().map(entry -> entry.getName()))
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void namesEveryProviderOfWhatIsFoundByName(String engine) throws Exception {
    JobJar jar = new JobJar(engine);
    Set<String> inside = JobJar.classes(jar.path()).keySet();
    for (String service : SERVICES) {
      Set<String> expected = new TreeSet<>();
      for (Path part : jar.parts()) {
        for (String provider : JobJar.providers(part, service)) {
          if (inside.contains(provider.replace('.', '/') + ".class")) {
            expected.add(provider);
          }
        }
      }
      assertThat(expected).as(service).isNotEmpty();
      assertThat(JobJar.providers(jar.path(), service)).as(service).isEqualTo(expected);
    }
  }

  /** A library is in the jar, or is the cluster's own, be it of another version. */
  @ParameterizedTest
  @ValueSource(strings = {"flink", "spark"})
  void lacksNothingThatTheClusterLacks(String engine) throws Exception {
    JobJar jar = new JobJar(engine);
    Set<String> there = JobJar.classes(jar.provided());
    JobJar.classes(jar.path()).keySet().forEach(each -> there.add(each.replace(RELOCATED, "")));
    Set<String> ofTheCluster = new TreeSet<>();
    jar.provided().forEach(each -> ofTheCluster.add(JobJar.library(each)));
    Set<String> lacking = new TreeSet<>();
    for (Path part : jar.parts()) {
      if (!there.containsAll(JobJar.classes(part).keySet())
          && !ofTheCluster.contains(JobJar.library(part))) {
        lacking.add(JobJar.library(part));
      }
    }
    // A cluster has a logger of its own.
    lacking.remove("slf4j-simple");
    assertThat(lacking).isEmpty();
  }

  @Test
  void bringsNothingThatSparkHas() throws Exception {
    JobJar jar = new JobJar("spark");
    Set<String> both = JobJar.classes(jar.provided());
    both.retainAll(JobJar.classes(jar.path()).keySet());
    assertThat(both).isEmpty();
  }

  @Test
  void bringsNothingThatFlinkTakesFromItsOwnSide() throws Exception {
    JobJar jar = new JobJar("flink");
    Set<String> both = JobJar.classes(jar.provided());
    both.retainAll(JobJar.classes(jar.path()).keySet());
    assertThat(both).noneMatch(name -> name.matches(FLINK_FIRST));
  }

  /**
   * A lambda that is sent to a worker is found again by texts that name the types of its method. A
   * type that went elsewhere and kept its name there is found by nobody.
   */
  @ParameterizedTest
  @ValueSource(strings = {"flink", "spark"})
  void namesWhatWasRelocatedByItsNewNameInTextsToo(String engine) throws Exception {
    Path path = new JobJar(engine).path();
    Set<String> inside = JobJar.classes(path).keySet();
    Set<String> old = new TreeSet<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (String name : inside) {
        String bytes =
            new String(
                jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.ISO_8859_1);
        TYPE.matcher(bytes)
            .results()
            .map(type -> type.group(1) + ".class")
            .filter(type -> inside.contains(RELOCATED + type) && !inside.contains(type))
            .forEach(type -> old.add(name + " names " + type));
      }
    }
    assertThat(old).isEmpty();
  }

  /** Of two unlike classes with one name the build would take any. */
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void hadNoChoiceBetweenUnlikeClasses(String engine) throws Exception {
    JobJar jar = new JobJar(engine);
    Set<String> inside = JobJar.classes(jar.path()).keySet();
    Map<String, Long> seen = new HashMap<>();
    Set<String> unlike = new TreeSet<>();
    for (Path part : jar.parts()) {
      JobJar.classes(part)
          .forEach(
              (name, content) -> {
                Long other = seen.putIfAbsent(name, content);
                if (other != null && !other.equals(content) && inside.contains(name)) {
                  unlike.add(name);
                }
              });
    }
    assertThat(unlike).isEmpty();
  }
}
