package weir.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what form a file holds records, by the end of its name. */
public enum RecordFormat {
  /** A JSON object in each line. */
  JSON_LINES(".jsonl .ndjson .json .jsonl.gz .ndjson.gz .json.gz"),
  /** A first line that names columns, and a line for each record. */
  CSV(".csv .tsv .csv.gz .tsv.gz"),
  PARQUET(".parquet");

  private static final String GZIP = ".gz";

  private final String suffixes;

  RecordFormat(String suffixes) {
    this.suffixes = suffixes;
  }

  private Stream<String> suffixes() {
    return Pattern.compile(" ").splitAsStream(suffixes);
  }

  /** What the name of a file says; nothing if it has another end, or none. */
  public static Optional<RecordFormat> of(Path file) {
    String name = name(file);
    return Arrays.stream(values())
        .filter(format -> format.suffixes().anyMatch(name::endsWith))
        .findFirst();
  }

  /** Whether a file is compressed. */
  public static boolean isGzip(Path file) {
    return name(file).endsWith(GZIP);
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  /** All ends of names, for messages. */
  public static String known() {
    return Arrays.stream(values())
        .flatMap(RecordFormat::suffixes)
        .filter(suffix -> !suffix.endsWith(GZIP))
        .collect(Collectors.joining(", "));
  }
}
