package weir.dashboard.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an address does, for those who write programs.
 *
 * @param summary one sentence
 * @param body the record that it takes; absent if it takes none
 * @param answer the record that it answers; absent if it sends no JSON
 * @param list whether it answers a list of such records
 * @param media what it sends; empty if it sends a browser on
 * @param others its other statuses, which do not follow from the rest
 * @param cookieOnly whether it is for browsers only, so that no token is of use
 * @param optional whether it answers strangers too, but knows who asks
 */
public record About(
    String summary,
    List<Parameter> query,
    @Nullable Class<? extends Record> body,
    @Nullable Class<? extends Record> answer,
    boolean list,
    String media,
    Map<Integer, Status> others,
    boolean cookieOnly,
    boolean optional) {
  private static final String JSON = "application/json";

  /**
   * A status.
   *
   * @param answers whether the answer has its usual form, and not that of a fault
   */
  public record Status(String says, boolean answers) {}

  public About {
    query = List.copyOf(query);
    others = Map.copyOf(others);
  }

  /** An address that answers a record. */
  public static About answer(Class<? extends Record> answer, String summary) {
    return new About(summary, List.of(), null, answer, false, JSON, Map.of(), false, false);
  }

  /** An address that answers a list of records. */
  public static About list(Class<? extends Record> answer, String summary) {
    return new About(summary, List.of(), null, answer, true, JSON, Map.of(), false, false);
  }

  /** An address that sends something else. */
  public static About sends(String media, String summary) {
    return new About(summary, List.of(), null, null, false, media, Map.of(), false, false);
  }

  /** An address that sends a browser on, and nothing itself. */
  public static About redirects(String summary) {
    return new About(summary, List.of(), null, null, false, "", Map.of(), false, false);
  }

  boolean isRedirect() {
    return media.isEmpty();
  }

  boolean isJson() {
    return media.equals(JSON);
  }

  public About query(String name, String says) {
    return query(new Parameter(name, says, false, Parameter.Kind.TEXT, List.of()));
  }

  public About query(String name, String says, Parameter.Kind kind) {
    return query(new Parameter(name, says, false, kind, List.of()));
  }

  public About query(String name, String says, List<String> values) {
    return query(new Parameter(name, says, false, Parameter.Kind.TEXT, values));
  }

  public About needs(String name, String says) {
    return query(new Parameter(name, says, true, Parameter.Kind.TEXT, List.of()));
  }

  public About needs(String name, String says, Parameter.Kind kind) {
    return query(new Parameter(name, says, true, kind, List.of()));
  }

  private About query(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(query);
    more.add(parameter);
    return new About(summary, more, body, answer, list, media, others, cookieOnly, optional);
  }

  public About takes(Class<? extends Record> record) {
    return new About(summary, query, record, answer, list, media, others, cookieOnly, optional);
  }

  /** A status of a fault. */
  public About or(int status, String says) {
    return or(status, new Status(says, /* answers= */ false));
  }

  /** Another status of the usual answer. */
  public About orAnswers(int status, String says) {
    return or(status, new Status(says, /* answers= */ true));
  }

  private About or(int status, Status other) {
    Map<Integer, Status> more = new LinkedHashMap<>(others);
    more.put(status, other);
    return new About(summary, query, body, answer, list, media, more, cookieOnly, optional);
  }

  public About byCookieOnly() {
    return new About(summary, query, body, answer, list, media, others, true, optional);
  }

  public About toStrangersToo() {
    return new About(summary, query, body, answer, list, media, others, cookieOnly, true);
  }
}
