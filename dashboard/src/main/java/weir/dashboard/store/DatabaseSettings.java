package weir.dashboard.store;

/** How to reach the database. */
public record DatabaseSettings(String url, String user, String password) {

  /** Leaves out the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + ", " + user + "]";
  }
}
