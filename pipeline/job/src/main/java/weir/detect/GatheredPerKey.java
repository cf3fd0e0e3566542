package weir.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.judge.AtKey;

/** What goes to each value of each key, gathered until it is handed on. */
final class GatheredPerKey<T> {
  private final Function<List<T>, AtKey> together;

  /** Of each key what goes to its values. */
  private final List<Map<String, List<T>>> gathered = new ArrayList<>();

  private int many;
  private @Nullable Instant earliest;

  GatheredPerKey(int keys, Function<List<T>, AtKey> together) {
    this.together = together;
    for (int key = 0; key < keys; key++) {
      gathered.add(new LinkedHashMap<>());
    }
  }

  void add(int key, String value, T each, Instant time) {
    gathered.get(key).computeIfAbsent(value, any -> new ArrayList<>()).add(each);
    many++;
    earliest = earliest == null || time.isBefore(earliest) ? time : earliest;
  }

  int many() {
    return many;
  }

  /** The time of the earliest, which all of it has: nothing that comes of it is late. */
  @Nullable Instant earliest() {
    return earliest;
  }

  /** Hands everything on, and begins anew. */
  void handOn(BiConsumer<TupleTag<KV<String, AtKey>>, KV<String, AtKey>> out) {
    for (int key = 0; key < gathered.size(); key++) {
      TupleTag<KV<String, AtKey>> tag = GatherPerKey.to(key);
      gathered.get(key).forEach((value, all) -> out.accept(tag, KV.of(value, together.apply(all))));
      gathered.get(key).clear();
    }
    many = 0;
    earliest = null;
  }
}
