package weir.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is on its way from one step to the next. It keeps an order only between one sender and one
 * receiver.
 */
final class Shuffle<T> {

  /** A sender and a receiver. */
  record Channel(Object from, Object to) {}

  /** A record of the log, by its partition and its place there. */
  record Origin(int partition, int place) {}

  /** Something on its way, and the records that caused it. */
  record Parcel<T>(T content, Set<Origin> origins) {}

  /** None of them is empty. */
  private final Map<Channel, Deque<Parcel<T>>> channels = new LinkedHashMap<>();

  void send(Channel channel, Parcel<T> parcel) {
    channels.computeIfAbsent(channel, any -> new ArrayDeque<>()).add(parcel);
  }

  /** Those in which anything waits. */
  List<Channel> channels() {
    return List.copyOf(channels.keySet());
  }

  /** The same to one receiver. */
  List<Channel> to(Object receiver) {
    return channels.keySet().stream().filter(each -> each.to().equals(receiver)).toList();
  }

  /** Takes out what was sent first. */
  Parcel<T> next(Channel channel) {
    Deque<Parcel<T>> waiting = Objects.requireNonNull(channels.get(channel));
    Parcel<T> parcel = waiting.remove();
    if (waiting.isEmpty()) {
      channels.remove(channel);
    }
    return parcel;
  }
}
