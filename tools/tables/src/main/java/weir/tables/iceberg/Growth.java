package weir.tables.iceberg;

import java.util.Collection;
import java.util.Map;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.mapping.MappedField;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.layer.Column;
import weir.tables.files.Schemas;

/** Gives a table columns that it does not have yet, under the ids that files have. */
final class Growth {
  private static final int ATTEMPTS = 5;

  private Growth() {}

  /** Whether the table did not have all of the columns. */
  static boolean of(Table table, Collection<Column> columns) {
    for (int attempt = 1; ; attempt++) {
      checkIds(table, columns);
      Schema schema = Schemas.grown(table.schema(), columns);
      if (schema.columns().size() == table.schema().columns().size()) {
        return attempt > 1;
      }
      TableOperations operations = ((HasTableOperations) table).operations();
      TableMetadata base = operations.current();
      TableMetadata grown =
          TableMetadata.buildFrom(base)
              .setCurrentSchema(schema, Math.max(base.lastColumnId(), schema.highestFieldId()))
              .setProperties(mapping(schema))
              .build();
      try {
        operations.commit(base, grown);
      } catch (CommitFailedException another) {
        if (attempt == ATTEMPTS) {
          throw another;
        }
      }
      table.refresh();
    }
  }

  /** Which names columns have in files without ids, and had before somebody renamed them. */
  static Map<String, String> mapping(Schema schema) {
    return Map.of(
        TableProperties.DEFAULT_NAME_MAPPING, NameMappingParser.toJson(MappingUtil.create(schema)));
  }

  /** Ids of declared fields follow from their names, so that two could have one. */
  private static void checkIds(Table table, Collection<Column> columns) {
    String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
    if (mapping == null) {
      return;
    }
    for (Column each : columns) {
      @Nullable MappedField known = NameMappingParser.fromJson(mapping).find(each.id());
      if (known != null && !known.names().contains(each.name())) {
        throw new UnavailableException(
            String.format(
                "%s: the columns %s and %s have the same id, %d: declare one of the fields under"
                    + " another name, in a lake of its own",
                table.name(), known.names(), each.name(), each.id()));
      }
    }
  }
}
