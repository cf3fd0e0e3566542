package weir.log.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.command.LogOptions;
import weir.command.LogPlace;
import weir.control.ControlTopic;
import weir.failure.MisuseException;
import weir.log.Beside;
import weir.log.FileLog;
import weir.log.KafkaLog;
import weir.log.Kind;
import weir.log.LakeLog;
import weir.log.Log;
import weir.log.Span;

/** The log that options name. */
public final class LogSource {
  private static final String USUAL_TOPIC = "transactions";

  private final LogOptions options;
  private final Span wanted;
  private final List<Path> files;
  private final @Nullable String lake;
  private final @Nullable String topic;

  private LogSource(LogOptions options) {
    this.options = options;
    this.wanted = wanted(options);
    this.files = options.files.isEmpty() ? files(options.places) : options.files;
    this.lake = options.lake == null ? only(LogPlace.Kind.LAKE, options.places) : options.lake;
    this.topic = options.topic == null ? only(LogPlace.Kind.TOPIC, options.places) : options.topic;
  }

  /** Throws {@link MisuseException} if the options do not go together. */
  public static LogSource of(LogOptions options) {
    Conflicts.check(options);
    return new LogSource(options);
  }

  private static List<Path> files(List<LogPlace> places) {
    return places.stream()
        .filter(place -> place.kind() == LogPlace.Kind.FILE)
        .map(place -> Path.of(place.text()))
        .toList();
  }

  private static @Nullable String only(LogPlace.Kind kind, List<LogPlace> places) {
    return places.stream()
        .filter(place -> place.kind() == kind)
        .map(LogPlace::text)
        .findFirst()
        .orElse(null);
  }

  private static Span wanted(LogOptions options) {
    Instant from = options.from;
    Instant to = options.to;
    if (from != null && to != null && !from.isBefore(to)) {
      throw new MisuseException("--to must be after --from");
    }
    return new Span(
        from == null ? Span.ALL.from() : from.toEpochMilli(),
        to == null ? Span.ALL.to() : to.toEpochMilli());
  }

  /** What the transactions are read from. */
  public LogPlace.Kind kind() {
    if (lake != null) {
      return LogPlace.Kind.LAKE;
    }
    return files.isEmpty() ? LogPlace.Kind.TOPIC : LogPlace.Kind.FILE;
  }

  /** The topic of transactions in a cluster. */
  private String topic() {
    return Objects.requireNonNullElse(topic, USUAL_TOPIC);
  }

  /** Where rules were announced for it; nothing if no option says so of a lake or of files. */
  public Optional<String> controlTopic() {
    return Optional.ofNullable(options.controlTopic)
        .or(
            () ->
                kind() == LogPlace.Kind.TOPIC
                    ? Optional.of(ControlTopic.of(topic()))
                    : Optional.empty());
  }

  /** The event times of the payments that are wanted. */
  public Span wanted() {
    return wanted;
  }

  /** What messages call it. */
  public String name() {
    return switch (kind()) {
      case LAKE -> Objects.requireNonNull(lake);
      case FILE -> String.join(", ", files.stream().map(Path::toString).toList());
      case TOPIC -> topic();
    };
  }

  /**
   * Opens it with its labels.
   *
   * @param charter says how records are laid out. What windows reach back to from the wanted
   *     payments is read as well, and as much before to know which ids stand in them; what comes
   *     after them is not left out: it may be late, or say something of them
   */
  public Log open(Charter charter) {
    if (kind() == LogPlace.Kind.FILE || options.labels.isEmpty()) {
      return open(charter, Kind.ALL);
    }
    Log transactions = transactions(charter);
    try {
      return new Beside(transactions, labels(charter));
    } catch (RuntimeException failed) {
      transactions.close();
      throw failed;
    }
  }

  /** Opens the transactions alone. */
  public Log transactions(Charter charter) {
    return open(charter, Set.of(Kind.TRANSACTIONS));
  }

  /** Opens the labels alone; there may be none. */
  public Log labels(Charter charter) {
    return options.labels.isEmpty()
        ? open(charter, Set.of(Kind.LABELS))
        : ofFiles(charter, Set.of(Kind.LABELS));
  }

  private Log open(Charter charter, Set<Kind> kinds) {
    return switch (kind()) {
      case LAKE ->
          LakeLog.open(
              Objects.requireNonNull(lake), topic, options.labelTopic, kinds, read(charter));
      case FILE -> ofFiles(charter, kinds);
      case TOPIC ->
          KafkaLog.open(options.kafka.client(), topic(), options.labelTopic, kinds, read(charter));
    };
  }

  private Log ofFiles(Charter charter, Set<Kind> kinds) {
    return FileLog.open(charter, files, options.labels, options.labelDelay, kinds, read(charter));
  }

  /**
   * The topics of the lake that it is: that of transactions, and that of labels if there is one.
   */
  public List<String> topics() {
    return LakeLog.topics(Objects.requireNonNull(lake), topic, options.labelTopic);
  }

  /**
   * Opens a part of the lake that it is, with its labels.
   *
   * @param span of log time
   */
  public LakeLog lake(Span span) {
    return LakeLog.open(Objects.requireNonNull(lake), topic, options.labelTopic, span);
  }

  /** The log times that are read: what comes after the wanted payments is not left out. */
  public Span read(Charter charter) {
    long from = wanted.from();
    return new Span(from == Span.ALL.from() ? from : from - charter.rewindMillis(), Span.ALL.to());
  }
}
