package weir.cli.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.cli.control.Moments;
import weir.files.FaultyFileException;
import weir.files.Numbers;
import weir.files.Suggestion;
import weir.model.Json;
import weir.notice.Member;

/** Reads members of a list from CSV, whose first line names the columns. */
final class MembersCsv {
  private static final String ID = "id";
  private static final String VALUE = "value";
  private static final String NOTE = "note";
  private static final String UNTIL = "until";
  private static final List<String> COLUMNS = List.of(ID, VALUE, NOTE, UNTIL);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final long holdsFrom;
  private final CsvFaults faults = new CsvFaults();
  private final List<Row> rows = new ArrayList<>();

  /** In which line an id was first. */
  private final Map<String, Integer> lines = new HashMap<>();

  private List<String> columns = List.of();

  /** A member and the line in which it begins. */
  private record Row(int line, Member member) {}

  /** Says what is wrong with members, if anything is. */
  interface Check {
    @Nullable String fault(List<Member> members);
  }

  private MembersCsv(long holdsFrom) {
    this.holdsFrom = holdsFrom;
  }

  /**
   * Reads a text; throws {@link FaultyFileException} with all of its faults.
   *
   * @param file its name in messages
   * @param holdsFrom from when the members are to be in the list
   * @param check what members must be besides
   */
  static List<Member> parse(String file, String text, long holdsFrom, Check check) {
    MembersCsv csv = new MembersCsv(holdsFrom);
    csv.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    csv.check(csv.rows, check);
    csv.faults.throwIfAny(file);
    return csv.rows.stream().map(Row::member).toList();
  }

  private void read(String text) {
    int line = 1;
    try (CsvParser csv = new CsvFactory().createParser(text)) {
      csv.enable(CsvParser.Feature.WRAP_AS_ARRAY);
      csv.nextToken();
      while (csv.nextToken() == JsonToken.START_ARRAY && !faults.isFull()) {
        line = csv.currentLocation().getLineNr();
        List<String> cells = new ArrayList<>();
        while (csv.nextToken() != JsonToken.END_ARRAY) {
          cells.add(csv.getText());
        }
        if (columns.isEmpty()) {
          header(line, cells);
        } else if (columns.contains(ID)) {
          row(line, cells);
        }
      }
    } catch (JsonProcessingException broken) {
      faults.add(line, "not CSV: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory failed", impossible);
    }
    if (columns.isEmpty() && faults.isNone()) {
      faults.add(1, "is empty, expected a first line such as id,value,note,until");
    }
  }

  private void header(int line, List<String> cells) {
    columns = cells.stream().map(String::strip).toList();
    Set<String> before = new HashSet<>();
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        faults.add(
            line,
            "unknown column '"
                + column
                + "', expected id, value, note or until"
                + Suggestion.after(column, COLUMNS));
      } else if (!before.add(column)) {
        faults.add(line, "the column '" + column + "' is there twice");
      }
    }
    if (!columns.contains(ID)) {
      faults.add(
          line, "the column 'id' is missing, expected a first line such as id,value,note,until");
    }
  }

  private void row(int line, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank) && cells.size() == 1) {
      return;
    }
    if (cells.size() > columns.size()) {
      faults.add(
          line, "found " + cells.size() + " values, but the first line names " + columns.size());
      return;
    }
    String id = cell(cells, ID);
    if (id.isBlank()) {
      faults.add(line, "id: is missing");
      return;
    }
    if (!id.equals(id.strip())) {
      faults.add(line, "id: found '" + id + "', expected no blanks around it");
      return;
    }
    Integer before = lines.putIfAbsent(id, line);
    if (before != null) {
      faults.add(line, "id: '" + id + "' is in line " + before + " already");
      return;
    }
    BigDecimal value = value(line, cell(cells, VALUE).strip());
    Long until = until(line, cell(cells, UNTIL).strip());
    rows.add(new Row(line, new Member(id, value, cell(cells, NOTE), until)));
  }

  private String cell(List<String> cells, String column) {
    int place = columns.indexOf(column);
    return place < 0 || place >= cells.size() ? "" : cells.get(place);
  }

  private @Nullable BigDecimal value(int line, String text) {
    return read(
        line,
        text,
        Numbers::decimal,
        wrong -> "value: found '" + text + "', expected a number such as 3 or 0.75");
  }

  private @Nullable Long until(int line, String text) {
    Long until = read(line, text, Moments::parse, wrong -> "until: " + wrong.getMessage());
    if (until != null && until <= holdsFrom) {
      faults.add(
          line,
          "until: found '"
              + text
              + "', expected a time after "
              + Json.time(holdsFrom)
              + ", when the list changes");
    }
    return until;
  }

  private <T> @Nullable T read(
      int line,
      String text,
      Function<String, T> reader,
      Function<IllegalArgumentException, String> sentence) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException wrong) {
      faults.add(line, sentence.apply(wrong));
      return null;
    }
  }

  /** Finds those with a fault by halves: nearly always there is none. */
  private void check(List<Row> some, Check check) {
    if (some.isEmpty() || faults.isFull()) {
      return;
    }
    String fault = check.fault(some.stream().map(Row::member).toList());
    if (fault == null) {
      return;
    }
    if (some.size() == 1) {
      faults.add(some.get(0).line(), fault);
      return;
    }
    check(some.subList(0, some.size() / 2), check);
    check(some.subList(some.size() / 2, some.size()), check);
  }
}
