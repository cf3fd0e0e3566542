package weir.dashboard.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be decided about a user.
 *
 * @param from the address of who wants it
 * @param until when a snooze ends, in epoch milliseconds
 * @param undoes the decision that is taken back
 */
record Intent(
    UUID id,
    String who,
    String from,
    Kind kind,
    String userId,
    String note,
    @Nullable Long until,
    @Nullable UUID undoes,
    List<Item> items) {

  Intent {
    items = List.copyOf(items);
  }
}
