package weir.train.gather;

import weir.model.Label;

/** What a label names a payment by. */
record Payment(String id, String userId, long time) {
  static Payment of(Label label) {
    return new Payment(label.transactionId(), label.userId(), label.time());
  }
}
