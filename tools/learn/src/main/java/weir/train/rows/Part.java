package weir.train.rows;

import weir.learn.Span;

/** Some of the rows, by time, with the labels that were known by then. */
public final class Part {
  private final Rows rows;

  /** The numbers of its rows. */
  private final int[] order;

  private final long knownBefore;

  Part(Rows rows, int[] order, long knownBefore) {
    this.rows = rows;
    this.order = order;
    this.knownBefore = knownBefore;
  }

  public int size() {
    return order.length;
  }

  public int inputs() {
    return rows.inputs();
  }

  public int value(int index, int input) {
    return rows.value(order[index], input);
  }

  /** Puts the values of all inputs into an array. */
  public void copy(int index, long[] into) {
    for (int input = 0; input < into.length; input++) {
      into[input] = value(index, input);
    }
  }

  public long time(int index) {
    return rows.time(order[index]);
  }

  public String user(int index) {
    return rows.user(order[index]);
  }

  public boolean fraud(int index) {
    return rows.isFraud(order[index], knownBefore);
  }

  /** The rules of the book that flag it, a bit for each. */
  public long fired(int index) {
    return rows.fired(order[index]);
  }

  /** Of what kind its label says it is; empty if none says any. */
  public String kind(int index) {
    return rows.kind(order[index]);
  }

  public int frauds() {
    int frauds = 0;
    for (int i = 0; i < order.length; i++) {
      frauds += fraud(i) ? 1 : 0;
    }
    return frauds;
  }

  public Span span() {
    return order.length == 0
        ? new Span(/* from= */ 0, /* to= */ 0, /* rows= */ 0, /* frauds= */ 0)
        : new Span(time(0), time(order.length - 1), order.length, frauds());
  }
}
