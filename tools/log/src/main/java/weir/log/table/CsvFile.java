package weir.log.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import weir.failure.MisuseException;
import weir.files.RecordFormat;
import weir.log.duck.Duck;

/** A file of comma-separated values, as RFC 4180 has them, whose first line names the columns. */
final class CsvFile {
  private static final String MARK = "\uFEFF";
  private static final int SAMPLE = 1 << 18;
  private static final int LONGEST_HEADER = 1 << 16;

  /** What no name of a column is, but a first payment may have. */
  private static final Pattern VALUE =
      Pattern.compile("[-+]?\\d[\\d.,]*|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}.*");

  private CsvFile() {}

  /**
   * Looks at the first line of a file.
   *
   * @param number tells the tables of several files apart
   */
  static Sheet of(Path file, int number) throws IOException {
    String line = firstLine(file);
    char separator = CsvHeader.separator(line);
    List<String> names = CsvHeader.names(line, separator);
    if (names.size() < 2) {
      throw new MisuseException(
          file
              + ", line 1: has one column, '"
              + names.get(0)
              + "', expected the names of several with a comma, a semicolon, a tab or | between them");
    }
    if (names.stream().anyMatch(VALUE.asMatchPredicate())) {
      throw new MisuseException(
          file
              + ", line 1: expected the names of the columns, found "
              + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
              + ": write a first line such as transactionId,userId,amount,currency,timestamp");
    }
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new Column(name, "c" + columns.size(), "VARCHAR"));
    }
    String rejects = "rejects_" + number;
    return new Sheet(file, sql(file, separator, columns, rejects), columns, rejects, about(file));
  }

  private static String sql(Path file, char separator, List<Column> columns, String rejects) {
    return "read_csv("
        + Duck.quoted(file)
        + ", auto_detect = false, header = true, delim = "
        + Duck.quoted(separator)
        + ", quote = '\"', escape = '\"', store_rejects = true, rejects_table = "
        + Duck.quoted(rejects)
        + ", rejects_scan = "
        + Duck.quoted(rejects + "_scan")
        + ", columns = {"
        + columns.stream()
            .map(column -> column.sql() + ": 'VARCHAR'")
            .collect(Collectors.joining(", "))
        + "})";
  }

  private static String firstLine(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(open(file, channel), StandardCharsets.UTF_8.newDecoder()))) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
        if ((c < ' ' && c != '\t') || line.length() > LONGEST_HEADER) {
          throw noText(file);
        }
        line.append((char) c);
      }
      String text = line.indexOf(MARK) == 0 ? line.substring(1) : line.toString();
      if (text.isBlank()) {
        throw new MisuseException(
            Files.size(file) == 0
                ? file + " is empty"
                : file + ", line 1: is empty, expected the names of the columns");
      }
      return text;
    } catch (CharacterCodingException other) {
      throw noText(file);
    }
  }

  private static MisuseException noText(Path file) {
    return new MisuseException(
        file + ", line 1: is no text in UTF-8: save it as CSV in UTF-8, if it is a spreadsheet");
  }

  private static InputStream open(Path file, FileChannel channel) throws IOException {
    InputStream in = Channels.newInputStream(channel);
    return RecordFormat.isGzip(file) ? new GZIPInputStream(in) : in;
  }

  /** By the length of its first lines. */
  private static OptionalLong about(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        InputStream in = open(file, channel)) {
      byte[] sample = in.readNBytes(SAMPLE);
      long lines = 0;
      for (byte each : sample) {
        lines += each == '\n' ? 1 : 0;
      }
      long read = RecordFormat.isGzip(file) ? channel.position() : sample.length;
      return OptionalLong.of(Math.round((double) channel.size() / Math.max(1, read) * lines));
    }
  }
}
