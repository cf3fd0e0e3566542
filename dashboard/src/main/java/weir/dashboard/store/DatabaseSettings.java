package weir.dashboard.store;

/** How to reach the database. */
public record DatabaseSettings(String url, String user, String password) {

  /** A password is for the database and nobody else's eyes. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + ", " + user + "]";
  }
}
