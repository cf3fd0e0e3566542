package weir.tables.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.io.FileIO;
import weir.failure.UnavailableException;
import weir.layer.LakeLayer;
import weir.tables.commit.HourTable;
import weir.tables.commit.OpenTable;
import weir.tables.files.Schemas;
import weir.tables.files.Shape;

/** The catalog that knows Weir's tables, and where they keep what they write themselves. */
public final class Warehouse implements Closeable {
  private static final String NAME = "weir";
  private static final int FORMAT_VERSION = 2;
  private static final int ATTEMPTS = 5;

  private static final Map<String, String> PROPERTIES =
      Map.of(
          TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
          "true",
          TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
          "20");

  private final Catalog catalog;
  private final FileIO files;
  private final String folder;
  private final Namespace namespace;
  private final Configuration hadoop;

  private Warehouse(
      Catalog catalog, FileIO files, String folder, Namespace namespace, Configuration hadoop) {
    this.catalog = catalog;
    this.files = files;
    this.folder = folder;
    this.namespace = namespace;
    this.hadoop = hadoop;
  }

  /**
   * Opens a catalog.
   *
   * @param properties as Iceberg knows them, such as its type and where it is
   * @param folder of what tables write themselves
   */
  public static Warehouse open(
      Map<String, String> properties, String folder, String namespace, Configuration hadoop) {
    Map<String, String> all = new HashMap<>(properties);
    if (!CatalogUtil.ICEBERG_CATALOG_TYPE_REST.equals(all.get(CatalogUtil.ICEBERG_CATALOG_TYPE))) {
      // To a server of its own it is a name that the server knows.
      all.putIfAbsent(CatalogProperties.WAREHOUSE_LOCATION, folder);
    }
    Namespace name = Namespace.of(namespace);
    for (int attempt = 1; ; attempt++) {
      try {
        Catalog catalog = CatalogUtil.buildIcebergCatalog(NAME, all, hadoop);
        create(catalog, name);
        FileIO files =
            CatalogUtil.loadFileIO(
                all.getOrDefault("io-impl", "org.apache.iceberg.hadoop.HadoopFileIO"), all, hadoop);
        return new Warehouse(catalog, files, folder, name, hadoop);
      } catch (RuntimeException failed) {
        // Two that begin at once create the catalog's own tables at once, and one of them fails.
        if (attempt == ATTEMPTS) {
          throw new UnavailableException(
              told(all) + " cannot be opened: " + reason(failed), failed);
        }
      }
    }
  }

  private static void create(Catalog catalog, Namespace name) {
    if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(name)) {
      try {
        namespaces.createNamespace(name);
      } catch (AlreadyExistsException another) {
        // Somebody else was faster.
      }
    }
  }

  /** Which catalog it is and where, without what its address may have of passwords. */
  private static String told(Map<String, String> properties) {
    String uri = properties.getOrDefault(CatalogProperties.URI, "");
    String place = uri.replaceFirst("[?#;].*", "").replaceFirst("//[^/]*@", "//");
    return String.format(
        "the catalog of Iceberg (%s%s)",
        properties.getOrDefault(
            CatalogUtil.ICEBERG_CATALOG_TYPE, properties.getOrDefault("catalog-impl", "no type")),
        place.isEmpty() ? "" : " at " + place);
  }

  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  /** The table of all that was said, which is made if it is not there. */
  public OpenTable table(LakeLayer layer) {
    return new IcebergTable(opened(Shape.of(layer)), layer, hadoop);
  }

  /** A table of hours, which is made if it is not there. */
  public HourTable hours(Shape shape) {
    return new HoursTable(opened(shape), hadoop);
  }

  private Table opened(Shape shape) {
    Table loaded = loaded(TableIdentifier.of(namespace, shape.table()), shape);
    if (HourPartition.period(loaded.spec()) != shape.period()) {
      throw new UnavailableException(
          loaded.name()
              + " has other partitions than this version makes: drop it from the catalog, and it is"
              + " made again");
    }
    Growth.of(loaded, shape.columns());
    return loaded;
  }

  private Table loaded(TableIdentifier name, Shape shape) {
    try {
      return catalog.loadTable(name);
    } catch (NoSuchTableException missing) {
      try {
        return catalog.registerTable(name, written(name, shape));
      } catch (AlreadyExistsException another) {
        return catalog.loadTable(name);
      }
    }
  }

  /** A table that a catalog creates gets ids of its own, and files of the lake have ours. */
  private String written(TableIdentifier name, Shape shape) {
    Schema schema = Schemas.of(shape);
    String location = folder + "/" + String.join("/", namespace.levels()) + "/" + name.name();
    TableMetadata metadata =
        TableMetadata.buildFromEmpty(FORMAT_VERSION)
            .assignUUID()
            .setLocation(location)
            .setCurrentSchema(schema, schema.highestFieldId())
            .setDefaultPartitionSpec(Schemas.partitioned(schema, shape))
            .setDefaultSortOrder(SortOrder.unsorted())
            .setProperties(Growth.mapping(schema))
            .setProperties(PROPERTIES)
            .build();
    String file = location + "/metadata/00000-" + UUID.randomUUID() + ".metadata.json";
    TableMetadataParser.write(metadata, files.newOutputFile(file));
    return file;
  }

  @Override
  public void close() throws IOException {
    files.close();
    if (catalog instanceof Closeable open) {
      open.close();
    }
  }
}
