package weir.cli.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.notice.Member;

/** What two states of a list do not have in common. */
record Difference(List<Member> added, List<Replaced> replaced, List<Member> removed) {

  /** A member about which something else is said. */
  record Replaced(Member before, Member after) {}

  static Difference between(List<Member> before, List<Member> after) {
    Map<String, Member> gone = new HashMap<>();
    before.forEach(each -> gone.put(each.id(), each));
    List<Member> added = new ArrayList<>();
    List<Replaced> replaced = new ArrayList<>();
    for (Member member : after) {
      Member old = gone.remove(member.id());
      if (old == null) {
        added.add(member);
      } else if (!old.equals(member)) {
        replaced.add(new Replaced(old, member));
      }
    }
    return new Difference(
        added, replaced, before.stream().filter(each -> gone.containsKey(each.id())).toList());
  }

  boolean isNone() {
    return added.isEmpty() && replaced.isEmpty() && removed.isEmpty();
  }
}
