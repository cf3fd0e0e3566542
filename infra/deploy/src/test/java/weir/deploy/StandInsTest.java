package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weir.images.Service;
import weir.images.StandIns;

/** What infra/try-images runs instead of images that it cannot fetch. */
class StandInsTest {
  private static final Path FOLDER = Infra.file("images/stand-ins");

  static Stream<StandIns.StandIn> all() {
    return StandIns.all().stream();
  }

  @Test
  void everyImageOfOthersHasOneOrAReasonWhyNot() {
    Set<String> ofOthers =
        Stream.concat(
                Compose.READ.all().stream()
                    .filter(each -> each.stage().isEmpty())
                    .map(Service::image),
                Images.stages().values().stream().map(Images.Stage::base))
            .collect(Collectors.toSet());
    assertThat(Stream.concat(all().map(StandIns.StandIn::image), StandIns.none().keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(ofOthers);
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhatItIsAndWhatItIsNot(StandIns.StandIn each) {
    String text = Infra.text(FOLDER.resolve(each.folder()).resolve("Containerfile"));
    String name = each.image().replaceFirst("-j..-noble$", "");
    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith("# A stand-in for " + name)
        .endsWith("for machines that cannot fetch it.");
    assertThat(text).contains("\n# It is: ", "\n# It is not: ", "\nFROM ${BASE}");
    each.stage()
        .ifPresent(stage -> assertThat(text).containsPattern("(?m)^FROM .* AS " + stage + "$"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItCopiesIsThere(StandIns.StandIn each) {
    Path folder = FOLDER.resolve(each.folder());
    assertThat(
            Infra.text(folder.resolve("Containerfile"))
                .lines()
                .filter(line -> line.startsWith("COPY "))
                .flatMap(line -> Stream.of(line.split(" ", -1)).skip(1))
                .filter(word -> !word.startsWith("--") && !word.startsWith("/"))
                // These come from Maven, when it is built.
                .filter(word -> !word.equals("jars/") && !word.equals("postgres.txz"))
                .filter(word -> !Files.exists(folder.resolve(word))))
        .isEmpty();
  }

  /** Kafka's distribution has no parent, so that it tells its version itself. */
  @Test
  void kafkaIsThatOfTheBuild() {
    assertThat(Infra.text("distributions/kafka/pom.xml"))
        .contains("<kafka.version>" + Infra.version("kafka.version") + "<");
  }
}
