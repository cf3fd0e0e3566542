package weir.log.source;

import java.util.List;
import java.util.stream.Collectors;
import weir.command.LogOptions;
import weir.command.LogPlace;
import weir.failure.MisuseException;

/** Options of a log that do not go together. */
final class Conflicts {
  private Conflicts() {}

  /** Throws {@link MisuseException} if there are any. */
  static void check(LogOptions options) {
    List<LogPlace> places = options.places;
    boolean topicByLog = has(places, LogPlace.Kind.TOPIC);
    boolean files = !options.files.isEmpty() || has(places, LogPlace.Kind.FILE);
    chooseOne("--lake", options.lake != null, "--file", !options.files.isEmpty());
    chooseOne("--log", !places.isEmpty(), "--lake", options.lake != null);
    chooseOne("--log", !places.isEmpty(), "--file", !options.files.isEmpty());
    among(places);
    chooseOne("--log=" + first(places), topicByLog, "--topic", options.topic != null);
    if (files && options.topic != null) {
      throw new MisuseException("--topic belongs to Kafka or a lake: the log is read from a file");
    }
    if (files && options.labelTopic != null) {
      throw new MisuseException(
          "--labelTopic belongs to Kafka or a lake: labels of files are --labels=FILE");
    }
    chooseOne("--labels", !options.labels.isEmpty(), "--labelTopic", options.labelTopic != null);
  }

  /** Several files are one log; several topics or lakes are not. */
  private static void among(List<LogPlace> places) {
    List<LogPlace.Kind> kinds = places.stream().map(LogPlace::kind).distinct().toList();
    if (kinds.size() > 1) {
      throw new MisuseException(
          "--log: "
              + places.stream()
                  .map(place -> place.text() + " is " + place.kind().words())
                  .collect(Collectors.joining(", "))
              + ": choose one, or several files");
    }
    if (places.size() > 1 && kinds.get(0) != LogPlace.Kind.FILE) {
      throw new MisuseException(
          "--log may be told several times for files only, and "
              + first(places)
              + " is "
              + kinds.get(0).words());
    }
  }

  private static String first(List<LogPlace> places) {
    return places.isEmpty() ? "" : places.get(0).text();
  }

  private static boolean has(List<LogPlace> places, LogPlace.Kind kind) {
    return places.stream().anyMatch(place -> place.kind() == kind);
  }

  private static void chooseOne(String one, boolean isOne, String other, boolean isOther) {
    if (isOne && isOther) {
      throw new MisuseException(one + " and " + other + ": choose one");
    }
  }
}
