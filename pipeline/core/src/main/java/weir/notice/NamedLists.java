package weir.notice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.filter.Lists;

/** The lists that were announced up to some record of the control topic; immutable. */
public final class NamedLists implements Lists {
  static final NamedLists NONE = new NamedLists(Map.of(), 0);

  private final Map<String, NamedList> byName;
  private final int changes;

  private NamedLists(Map<String, NamedList> byName, int changes) {
    this.byName = byName;
    this.changes = changes;
  }

  NamedLists with(Notice.ListChange change, long from) {
    Map<String, NamedList> next = new TreeMap<>(byName);
    NamedList before = next.getOrDefault(change.list(), NamedList.EMPTY);
    next.put(change.list(), before.with(change, from, changes));
    return new NamedLists(next, changes + 1);
  }

  @Override
  public boolean has(String list, String id, long logTime) {
    NamedList found = byName.get(list);
    return found != null && found.at(id, logTime) != null;
  }

  @Override
  public @Nullable BigDecimal value(String list, String id, long logTime) {
    return find(list, id, logTime).map(Member::value).orElse(null);
  }

  /** The member with this id at this time. */
  public Optional<Member> find(String list, String id, long logTime) {
    NamedList found = byName.get(list);
    return found == null ? Optional.empty() : Optional.ofNullable(found.at(id, logTime));
  }

  /** All members of a list at this time, in the order of their ids. */
  public List<Member> members(String list, long logTime) {
    NamedList found = byName.get(list);
    if (found == null) {
      return List.of();
    }
    List<Member> members = new ArrayList<>(found.allAt(logTime));
    members.sort(Comparator.comparing(Member::id));
    return members;
  }

  /** The times after this one from which changes of a list hold. */
  public NavigableSet<Long> comingAfter(String list, long logTime) {
    return byName.getOrDefault(list, NamedList.EMPTY).comingAfter(logTime);
  }

  /** The names of all lists that were ever changed. */
  public Set<String> names() {
    return byName.keySet();
  }
}
