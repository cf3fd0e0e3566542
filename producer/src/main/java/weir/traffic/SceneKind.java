package weir.traffic;

import java.util.List;
import java.util.function.Function;
import weir.files.YamlMap;

/** A kind of scene by the name it has in a scenario and in labels, and how it is read. */
record SceneKind(String name, boolean isFraud, Function<YamlMap, Scene> read) {
  /** A new kind is one file, and its name here. */
  static final List<SceneKind> ALL =
      List.of(
          StolenCard.KIND,
          CardTesting.KIND,
          SharedAccount.KIND,
          HighValue.KIND,
          SlowDrain.KIND,
          Flight.KIND,
          ShoppingSpree.KIND,
          FamilyCard.KIND,
          MicroSubscriptions.KIND,
          RemotePurchase.KIND);

  static SceneKind attack(String name, Function<YamlMap, Scene> read) {
    return new SceneKind(name, true, read);
  }

  static SceneKind lookAlike(String name, Function<YamlMap, Scene> read) {
    return new SceneKind(name, false, read);
  }
}
