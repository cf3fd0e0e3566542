package weir.traffic;

/**
 * One payment of a scene.
 *
 * @param afterMillis how long after the beginning of the scene
 * @param staged whether the payment is what the scene is about, not an ordinary one beside it
 */
record Step(long afterMillis, Payment payment, boolean staged) {

  static Step at(double afterMillis, Payment payment) {
    return new Step((long) afterMillis, payment, true);
  }

  static Step aside(double afterMillis, Payment payment) {
    return new Step((long) afterMillis, payment, false);
  }
}
