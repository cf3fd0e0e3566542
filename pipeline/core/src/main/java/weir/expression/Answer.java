package weir.expression;

/** Yes, no, or none because something is missing that it depends on. */
enum Answer {
  YES,
  NO,
  NONE;

  static Answer of(boolean yes) {
    return yes ? YES : NO;
  }

  Answer not() {
    return this == NONE ? NONE : of(this == NO);
  }
}
