package weir.producer;

import java.util.List;

/** A place where people live and pay. */
record City(String name, String country, String currency, double latitude, double longitude) {
  static final List<City> ALL =
      List.of(
          new City("Berlin", "DE", "EUR", 52.52, 13.405),
          new City("Munich", "DE", "EUR", 48.137, 11.575),
          new City("Hamburg", "DE", "EUR", 53.551, 9.994),
          new City("Paris", "FR", "EUR", 48.857, 2.352),
          new City("Lyon", "FR", "EUR", 45.764, 4.836),
          new City("Madrid", "ES", "EUR", 40.417, -3.704),
          new City("Lisbon", "PT", "EUR", 38.722, -9.139),
          new City("Rome", "IT", "EUR", 41.903, 12.496),
          new City("Vienna", "AT", "EUR", 48.208, 16.373),
          new City("Amsterdam", "NL", "EUR", 52.368, 4.904),
          new City("London", "GB", "GBP", 51.507, -0.128),
          new City("Edinburgh", "GB", "GBP", 55.953, -3.188),
          new City("Zürich", "CH", "CHF", 47.377, 8.541),
          new City("Stockholm", "SE", "SEK", 59.329, 18.069),
          new City("Warsaw", "PL", "PLN", 52.23, 21.012),
          new City("New York", "US", "USD", 40.713, -74.006),
          new City("Chicago", "US", "USD", 41.878, -87.63),
          new City("San Francisco", "US", "USD", 37.775, -122.419),
          new City("Toronto", "CA", "CAD", 43.653, -79.383),
          new City("São Paulo", "BR", "BRL", -23.551, -46.633),
          new City("Tokyo", "JP", "JPY", 35.676, 139.65),
          new City("Singapore", "SG", "SGD", 1.352, 103.82),
          new City("Sydney", "AU", "AUD", -33.869, 151.209),
          new City("Kuwait City", "KW", "KWD", 29.376, 47.977));
}
