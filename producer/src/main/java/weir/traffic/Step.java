package weir.traffic;

/**
 * One payment of a scene.
 *
 * @param afterMillis how long after the scene's beginning
 * @param staged whether it is what the scene is about, and not something ordinary beside it
 */
record Step(long afterMillis, Payment payment, boolean staged) {

  static Step at(double afterMillis, Payment payment) {
    return new Step((long) afterMillis, payment, true);
  }

  static Step aside(double afterMillis, Payment payment) {
    return new Step((long) afterMillis, payment, false);
  }
}
