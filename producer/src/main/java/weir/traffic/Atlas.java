package weir.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** The larger cities of the world, some in each country. */
final class Atlas {
  /** How often a city is drawn before the first suitable one is taken. */
  private static final int DRAWS = 200;

  private final List<City> cities = new ArrayList<>();
  private final long[] populationUpTo;

  private Atlas() {
    Map<String, List<String>> countries = new HashMap<>();
    rows("countries.csv").forEach(row -> countries.put(row.get(0), row));
    for (List<String> row : rows("cities.csv")) {
      List<String> country = countries.getOrDefault(row.get(1), List.of());
      cities.add(
          new City(
              cities.size(),
              row.get(0),
              row.get(1),
              country.get(1),
              Double.parseDouble(country.get(2)),
              Double.parseDouble(row.get(2)),
              Double.parseDouble(row.get(3)),
              Long.parseLong(row.get(4))));
    }
    populationUpTo = new long[cities.size()];
    long sum = 0;
    for (City city : cities) {
      sum += city.population();
      populationUpTo[city.number()] = sum;
    }
  }

  static Atlas read() {
    return new Atlas();
  }

  List<City> cities() {
    return cities;
  }

  /** A random city, more likely the more people live there. */
  City any(Dice dice) {
    long citizen = dice.between(1, populationUpTo[populationUpTo.length - 1]);
    int found = Arrays.binarySearch(populationUpTo, citizen);
    return cities.get(found >= 0 ? found : -found - 1);
  }

  /** A random city whose distance from another, in kilometres, passes the test. */
  City any(Dice dice, City from, DoublePredicate distance) {
    for (int i = 0; i < DRAWS; i++) {
      City city = any(dice);
      if (distance.test(from.kmTo(city))) {
        return city;
      }
    }
    return cities.stream()
        .filter(city -> distance.test(from.kmTo(city)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no city so far from " + from.name()));
  }

  private static List<List<String>> rows(String file) {
    try (InputStream in = Atlas.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(",")))
          .toList();
    } catch (IOException broken) {
      throw new IllegalStateException(file + " cannot be read", broken);
    }
  }
}
