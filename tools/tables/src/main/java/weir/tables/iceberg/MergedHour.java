package weir.tables.iceberg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import weir.failure.UnavailableException;
import weir.layer.Column;
import weir.layer.DeclaredColumns;
import weir.layer.HourFolder;
import weir.layer.LakeLayer;
import weir.log.LayerSql;
import weir.log.duck.Duck;
import weir.tables.files.LakeFile;

/**
 * The files of an hour as one file: of rows about the same the one that stands, each user's rows
 * together, so that a reader finds a user without reading the rest. Its name tells of which files
 * it was made.
 */
record MergedHour(LakeLayer layer, long hour, List<LakeFile> files) {
  /** A part of a file that a reader can leave out. */
  private static final int PART_ROWS = 16_384;

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})~[0-9a-f-]{36}\\.parquet$");

  /** Of which files a merged one was made. */
  static String sourceOf(String path) {
    Matcher name = NAME.matcher(path);
    return name.find() ? name.group(1) : "";
  }

  /** Names the files: another one more, and it is another name. */
  String source() {
    String all = files.stream().map(LakeFile::place).sorted().collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Writes it among the files of a table, and tells where. */
  String write(Table table) {
    String to =
        String.join(
            "/",
            table.location(),
            "data",
            HourFolder.of(hour),
            source() + "~" + UUID.randomUUID() + ".parquet");
    try {
      Path here = Files.createTempFile("weir-hour", ".parquet");
      try {
        merge(here);
        try (InputStream from = Files.newInputStream(here);
            OutputStream out = table.io().newOutputFile(to).create()) {
          from.transferTo(out);
        }
      } finally {
        Files.deleteIfExists(here);
      }
    } catch (IOException | SQLException failed) {
      throw new UnavailableException(
          layer.table() + ": an hour cannot be merged: " + failed.getMessage(), failed);
    }
    return to;
  }

  private void merge(Path to) throws SQLException {
    String rows = LayerSql.rows(layer, list());
    try (Duck duck = Duck.open()) {
      duck.sortOnDisk();
      duck.execute(
          String.format(
              "copy (select * from (%s) order by user_id, %s, %s) to %s (format parquet,"
                  + " compression zstd, row_group_size %d, field_ids %s)",
              LayerSql.merged(layer, "(" + rows + ")"),
              layer.time(),
              String.join(", ", layer.same()),
              Duck.quoted(to),
              PART_ROWS,
              ids(duck.texts("select column_name from (describe " + rows + ")"))));
    }
  }

  /** The database knows paths, not the URIs that Iceberg and Hadoop make of them. */
  private String list() {
    return files.stream()
        .map(each -> Duck.quoted(each.path().replaceFirst("^file:/+", "/")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Of all columns, of which files may have more than the layer: those of declared fields. */
  private String ids(List<String> names) {
    return Stream.concat(layer.columns().stream(), DeclaredColumns.among(names).stream())
        .map(MergedHour::id)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String id(Column column) {
    return Duck.name(column.name())
        + ": "
        + (column.type() == Column.Type.TEXTS
            ? "{__duckdb_field_id: " + column.id() + ", element: " + column.itemId() + "}"
            : column.id());
  }
}
