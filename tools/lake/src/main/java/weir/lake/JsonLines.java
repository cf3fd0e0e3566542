package weir.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows an answer as JSON, a row a line. */
final class JsonLines {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private JsonLines() {}

  static void print(ResultSet answer, PrintStream out) throws SQLException {
    ResultSetMetaData columns = answer.getMetaData();
    while (answer.next()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          json.writeFieldName(columns.getColumnLabel(i));
          write(json, Cell.of(answer.getObject(i)));
        }
        json.writeEndObject();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      out.println(line);
    }
  }

  private static void write(JsonGenerator json, @Nullable Object cell) throws IOException {
    if (cell instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (cell instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (cell instanceof Double real) {
      json.writeNumber(real);
    } else if (cell instanceof Float real) {
      json.writeNumber(real);
    } else if (cell instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (cell instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (cell instanceof Number whole) {
      json.writeNumber(whole.longValue());
    } else if (cell == null) {
      json.writeNull();
    } else {
      json.writeString(cell.toString());
    }
  }
}
