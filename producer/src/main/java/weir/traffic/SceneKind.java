package weir.traffic;

import java.util.List;
import java.util.function.Function;
import weir.files.YamlMap;

/** A kind of scene: its name in scenarios and labels, and how a scenario of it is read. */
record SceneKind(String name, boolean isFraud, Function<YamlMap, Scene> read) {
  /** To add a kind, write one file and add it here. */
  static final List<SceneKind> ALL =
      List.of(
          StolenCard.KIND,
          CardTesting.KIND,
          SharedAccount.KIND,
          HighValue.KIND,
          SlowDrain.KIND,
          ShopTesting.KIND,
          SharedDevice.KIND,
          SuddenSpending.KIND,
          BustOut.KIND,
          CardTakenOver.KIND,
          Flight.KIND,
          ShoppingSpree.KIND,
          FamilyCard.KIND,
          MicroSubscriptions.KIND,
          RemotePurchase.KIND,
          Sale.KIND,
          FamilyTablet.KIND,
          Holiday.KIND,
          BigPurchase.KIND,
          MovingHouse.KIND,
          NewHome.KIND);

  static SceneKind attack(String name, Function<YamlMap, Scene> read) {
    return new SceneKind(name, true, read);
  }

  static SceneKind lookAlike(String name, Function<YamlMap, Scene> read) {
    return new SceneKind(name, false, read);
  }
}
