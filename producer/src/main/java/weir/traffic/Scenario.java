package weir.traffic;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import weir.files.YamlFile;
import weir.files.YamlMap;

/** What happens in the simulated world, and how often. */
public final class Scenario {
  private static final String DEFAULT = "default-scenario.yaml";

  private static final String SHOPS = "webShops";

  private final long pauseMillis;
  private final Cast attacks;
  private final Cast lookAlikes;
  private final ShopScenes shops;

  private Scenario(long pauseMillis, Cast attacks, Cast lookAlikes, ShopScenes shops) {
    this.pauseMillis = pauseMillis;
    this.attacks = attacks;
    this.lookAlikes = lookAlikes;
    this.shops = shops;
  }

  /** The world that ships with Weir. */
  public static Scenario readDefault() {
    return read(YamlFile.readShipped(Scenario.class, DEFAULT));
  }

  public static Scenario read(Path file) {
    return read(YamlFile.read(file, "a scenario"));
  }

  /** Reads a scenario from its text; the file is only its name in messages. */
  public static Scenario parse(String file, String yaml) {
    return read(YamlFile.parse(file, yaml));
  }

  private static Scenario read(YamlMap yaml) {
    Scenario scenario =
        new Scenario(
            yaml.duration("pause", 0),
            Cast.read(yaml, "attackShare", "attacks", true),
            Cast.read(yaml, "lookAlikeShare", "lookAlikes", false),
            yaml.has(SHOPS) ? ShopScenes.read(yaml.map(SHOPS)) : ShopScenes.NONE);
    if (yaml.isSound("attackShare", "attacks", "lookAlikeShare", "lookAlikes")
        && scenario.ordinaryShare() <= 0) {
      yaml.wrong(
          "attackShare",
          "with lookAlikeShare it leaves nothing for ordinary payments; make one of them smaller");
    }
    yaml.finish();
    return scenario;
  }

  /** The shortest time between two ordinary payments of one person. */
  long pauseMillis() {
    return pauseMillis;
  }

  /** The share of all payments that belongs to no scene. */
  double ordinaryShare() {
    return 1 - casts().mapToDouble(cast -> cast.share() + cast.asideShare()).sum();
  }

  /** Every attack that can happen in this scenario. */
  List<Cast.Role> everyAttack() {
    return attacks.share() == 0
        ? List.of()
        : attacks.roles().stream().filter(role -> role.weight() > 0).toList();
  }

  ShopScenes shops() {
    return shops;
  }

  Stream<Cast> casts() {
    return Stream.of(attacks, lookAlikes);
  }
}
