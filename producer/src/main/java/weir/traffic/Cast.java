package weir.traffic;

import java.util.ArrayList;
import java.util.List;
import weir.files.Numbers;
import weir.files.YamlMap;

/**
 * The scenes of one sort, attacks or look-alikes, and how often each is played.
 *
 * @param share the share of all payments that these scenes stage together
 */
record Cast(double share, List<Role> roles) {

  /** A scene and how often it is played, compared with the others. */
  record Role(SceneKind kind, Scene scene, double weight) {}

  private static final double MOST_WEIGHT = 1_000_000;

  Cast {
    roles = List.copyOf(roles);
  }

  static Cast read(YamlMap yaml, String shareName, String name, boolean fraud) {
    double share = yaml.read(shareName, "a share from 0 to 0.5, such as 0.02", Cast::share, 0.0);
    YamlMap scenes = yaml.map(name);
    List<Role> roles = new ArrayList<>();
    for (SceneKind kind : SceneKind.ALL) {
      if (kind.isFraud() == fraud && scenes.has(kind.name())) {
        YamlMap scene = scenes.map(kind.name());
        double weight = scene.read("weight", "a number from 0 to 1000000", Cast::weight, 1.0);
        roles.add(new Role(kind, kind.read().apply(scene), weight));
        scene.nothingElse();
      }
    }
    scenes.nothingElse();
    Cast cast = new Cast(share, roles);
    if (share > 0 && cast.weights() == 0 && scenes.isSound()) {
      yaml.wrong(
          name,
          "none of these has a weight over 0, which "
              + shareName
              + " needs; give one a weight, or make the share 0");
    }
    return cast;
  }

  /** How many scenes begin for each payment in all. */
  double scenesPerPayment() {
    return share == 0 ? 0 : share / mean(roles.stream().mapToDouble(this::staged).sum());
  }

  /** The share of all payments that is ordinary but belongs to these scenes. */
  double asideShare() {
    return scenesPerPayment() * mean(roles.stream().mapToDouble(this::aside).sum());
  }

  Role draw(Dice dice) {
    double at = dice.share() * weights();
    for (Role role : roles) {
      at -= role.weight();
      if (at < 0) {
        return role;
      }
    }
    return roles.get(roles.size() - 1);
  }

  private double staged(Role role) {
    return role.weight() * role.scene().payments();
  }

  private double aside(Role role) {
    return role.weight() * role.scene().aside();
  }

  private double mean(double weighted) {
    return weights() == 0 ? 0 : weighted / weights();
  }

  private double weights() {
    return roles.stream().mapToDouble(Role::weight).sum();
  }

  private static double share(String text) {
    double share = Numbers.decimal(text).doubleValue();
    if (share < 0 || share > 0.5) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  private static double weight(String text) {
    double weight = Numbers.decimal(text).doubleValue();
    if (weight < 0 || weight > MOST_WEIGHT) {
      throw new IllegalArgumentException(text);
    }
    return weight;
  }
}
