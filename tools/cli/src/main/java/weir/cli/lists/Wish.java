package weir.cli.lists;

import java.util.List;
import weir.notice.Member;
import weir.notice.NamedLists;

/** How somebody wants to change a list. */
record Wish(boolean clear, List<Member> add, List<String> remove) {

  static Wish toAdd(List<Member> members) {
    return new Wish(false, members, List.of());
  }

  static Wish toRemove(List<String> ids) {
    return new Wish(false, List.of(), ids);
  }

  /** What is left of it where part of it is so already. */
  Wish without(NamedLists lists, String list, long logTime) {
    if (clear) {
      return this;
    }
    return new Wish(
        false,
        add.stream()
            .filter(each -> !lists.find(list, each.id(), logTime).filter(each::equals).isPresent())
            .toList(),
        remove.stream().filter(id -> lists.find(list, id, logTime).isPresent()).toList());
  }

  boolean isNothing() {
    return !clear && add.isEmpty() && remove.isEmpty();
  }
}
