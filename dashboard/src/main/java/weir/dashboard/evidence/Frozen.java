package weir.dashboard.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import weir.dashboard.store.Query;

/**
 * Evidence as it was when somebody decided.
 *
 * @param intent what was wanted
 * @param sha256 of the content in UTF-8
 * @param content JSON, of which no letter changes
 */
public record Frozen(String intent, String sha256, String content) {

  /** Keeps what stands when something is wanted, with it or not at all. */
  public static void keep(Connection connection, UUID intent, Evidence evidence)
      throws SQLException {
    String content = evidence.json();
    String sha256 = sha256(content);
    Query.change(
        connection,
        "insert into desk.evidence (sha256, content) values (?, ?) on conflict do nothing",
        sha256,
        content);
    Query.change(
        connection, "insert into desk.frozen (intent, sha256) values (?, ?)", intent, sha256);
  }

  /** What was kept with these. */
  public static List<Frozen> of(Connection connection, Collection<String> intents)
      throws SQLException {
    return Query.of(
        connection,
        "select intent, sha256, content from desk.frozen join desk.evidence using (sha256)"
            + " where intent = any (?::uuid[])",
        Frozen::read,
        (Object) intents.toArray(new String[0]));
  }

  /** The checksums of what was kept with these, by intent. */
  public static Map<String, String> sums(Connection connection, Collection<String> intents)
      throws SQLException {
    Map<String, String> sums = new HashMap<>();
    Query.of(
            connection,
            "select intent, sha256 from desk.frozen where intent = any (?::uuid[])",
            row -> Map.entry(row.getString("intent"), row.getString("sha256")),
            (Object) intents.toArray(new String[0]))
        .forEach(each -> sums.put(each.getKey(), each.getValue()));
    return sums;
  }

  /** What was kept when this was decided; nothing if it was decided before evidence was kept. */
  public static Optional<Frozen> ofDecision(Connection connection, long decision)
      throws SQLException {
    return Query.of(
            connection,
            "select intent, sha256, content from desk.decisions join desk.frozen using (intent)"
                + " join desk.evidence using (sha256) where id = ?",
            Frozen::read,
            decision)
        .stream()
        .findFirst();
  }

  private static Frozen read(ResultSet row) throws SQLException {
    return new Frozen(row.getString("intent"), row.getString("sha256"), row.getString("content"));
  }

  /** Whether the content is what it was. */
  public boolean isIntact() {
    return sha256(content).equals(sha256);
  }

  public static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
