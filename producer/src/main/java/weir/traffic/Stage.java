package weir.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a scene needs to be played.
 *
 * @param beginMillis when the scene begins, in epoch milliseconds
 * @param rate how busy the world is at which hour
 * @param crowd those who may take part in it
 */
record Stage(Atlas atlas, Dice dice, long beginMillis, Rate rate, Crowd crowd) {
  /** How often an instant is drawn before any is taken: a scene may be over before daybreak. */
  private static final int DRAWS = 1000;

  /** People who are in no scene. */
  interface Crowd {

    /** This many different ones whose home passes the test, or fewer if too few are found. */
    List<Person> people(int many, Predicate<City> home);
  }

  /**
   * This many instants from 0 to a length of time, in order, at the hours at which people pay.
   *
   * @param clock the city whose clock these people live by
   * @param hoursAhead how much their clock is ahead of that city's
   */
  double[] whenAwake(City clock, int hoursAhead, int many, double length) {
    double[] times = new double[many];
    for (int i = 0; i < many; i++) {
      int drawn = 0;
      do {
        times[i] = dice.between(0, length);
      } while (++drawn < DRAWS
          && !dice.chance(likelihood(clock, hoursAhead, beginMillis + (long) times[i])));
    }
    Arrays.sort(times);
    return times;
  }

  private double likelihood(City clock, int hoursAhead, long millis) {
    int hour = (clock.hourAt(millis) + hoursAhead) % Hours.IN_A_DAY;
    return Hours.likelihood(hour) * rate.at(millis) / rate.atPeak();
  }
}
