package weir.backtest.tally;

import weir.rules.Audience;

/** Which users are looked at: the same ones each time, and on both sides. */
public record Sample(Audience users) {
  public static final Sample ALL = new Sample(Audience.EVERYBODY);

  /** No id of a rule has a blank, so it is drawn independently of what any rule draws. */
  private static final String DRAWN_FOR = "a back-test";

  private static final double WHOLE = Audience.EVERYBODY.perTenThousand();

  public boolean isAll() {
    return users.equals(Audience.EVERYBODY);
  }

  /** Whether a user is one of them. */
  public boolean has(String userId) {
    return users.includes(DRAWN_FOR, userId);
  }

  /** The part of the users that it has. */
  public double part() {
    return users.perTenThousand() / WHOLE;
  }
}
