package weir.traffic;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a scene needs to be played.
 *
 * @param crowd those who may take part in it
 */
record Stage(Atlas atlas, Dice dice, Crowd crowd) {

  /** People who are in no scene. */
  interface Crowd {

    /** This many different ones whose home passes the test, or fewer if too few are found. */
    List<Person> people(int many, Predicate<City> home);
  }
}
