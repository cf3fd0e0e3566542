package weir.dashboard.evidence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.dashboard.store.Query;

/**
 * Something that a user has in common with others who were flagged.
 *
 * @param kind {@code device}, {@code merchant}, or {@code field} for what the charter declares
 * @param name how the field is called; the kind otherwise
 * @param users how many others were flagged with it
 * @param others some of them, those with the most flagged payments first
 */
public record SharedKey(String kind, String name, String value, long users, List<Other> others) {
  /** Of the user, the newest payments have the keys. */
  private static final int OWN = 1000;

  /** Others are looked for among the newest flagged payments, which have an index. */
  private static final int FLAGGED = 10_000;

  private static final int MOST_KEYS = 30;
  private static final int MOST_OTHERS = 8;

  /** More alerts of another user are not counted. */
  private static final int MOST_ALERTS = 1000;

  public SharedKey {
    others = List.copyOf(others);
  }

  /**
   * Another user who was flagged.
   *
   * @param payments how many flagged payments had it
   * @param alerts how many alerts of that user stand, whatever they are about; 1000 at most
   */
  public record Other(String user, long payments, long alerts) {}

  private record Row(String kind, String name, String value, long users, Other other) {}

  public static List<SharedKey> of(Connection connection, String user) throws SQLException {
    Map<List<String>, SharedKey> keys = new LinkedHashMap<>();
    Map<List<String>, List<Other>> others = new LinkedHashMap<>();
    for (Row row :
        Query.of(
            connection,
            """
            with own as (
              select device_id, merchant_id, fields from transactions
              where user_id = ? order by event_time desc limit ?
            ), keys as (
              select distinct kind, name, value from own, lateral (
                select 'device', 'device', device_id
                union all select 'merchant', 'merchant', merchant_id
                union all select 'field', key, value #>> '{}'
                  from jsonb_each(case jsonb_typeof(fields) when 'object' then fields end)
                  where jsonb_typeof(value) = 'string') as each (kind, name, value)
              where value <> ''
            ), flagged as (
              select user_id, device_id, merchant_id, fields from transactions
              where is_flagged order by event_time desc limit ?
            ), shared as (
              select kind, name, value, user_id, count(*) as payments,
                count(*) over of_key as users,
                row_number() over (of_key order by count(*) desc, user_id) as place
              from flagged, lateral (
                select 'device', 'device', device_id
                union all select 'merchant', 'merchant', merchant_id
                union all select 'field', key, value #>> '{}'
                  from jsonb_each(case jsonb_typeof(fields) when 'object' then fields end)
                  where jsonb_typeof(value) = 'string') as each (kind, name, value)
              join keys using (kind, name, value)
              where user_id <> ? group by kind, name, value, user_id
              window of_key as (partition by kind, name, value)
            ), ranked as (
              select *, dense_rank() over (
                order by kind = 'merchant', users desc, kind, name, value) as rank
              from shared
            )
            select r.*, (select count(*) from (
                select from alerts a where a.user_id = r.user_id and a.status = 'raised'
                  and a.mode = 'live' limit ?) as standing) as alerts
            from ranked r where place <= ? and rank <= ? order by rank, place
            """,
            SharedKey::read,
            user,
            OWN,
            FLAGGED,
            user,
            MOST_ALERTS,
            MOST_OTHERS,
            MOST_KEYS)) {
      List<String> key = List.of(row.kind(), row.name(), row.value());
      others.computeIfAbsent(key, each -> new ArrayList<>()).add(row.other());
      keys.put(
          key,
          new SharedKey(
              row.kind(),
              row.name(),
              row.value(),
              row.users(),
              others.getOrDefault(key, List.of())));
    }
    return List.copyOf(keys.values());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString("kind"),
        row.getString("name"),
        row.getString("value"),
        row.getLong("users"),
        new Other(row.getString("user_id"), row.getLong("payments"), row.getLong("alerts")));
  }
}
