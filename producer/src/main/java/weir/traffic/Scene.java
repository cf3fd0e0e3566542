package weir.traffic;

import java.util.List;

/** Something that happens to one person, or to several, in several payments. */
interface Scene {

  /**
   * The payments, in the order of their times.
   *
   * @param person whom it happens to; others come from the stage
   */
  List<Step> play(Person person, Stage stage);

  /** How many payments are staged, on average. This decides how often the scene must begin. */
  double payments();

  /** How many ordinary payments are beside them, on average. */
  default double aside() {
    return 0;
  }

  /** Whether people go on with their ordinary payments while it is played, which may be days. */
  default boolean lifeGoesOn() {
    return false;
  }

  /**
   * Whether its payments are among the ordinary ones of its people: each waits while its person is
   * away in another scene, or has just paid.
   */
  default boolean waits() {
    return false;
  }
}
