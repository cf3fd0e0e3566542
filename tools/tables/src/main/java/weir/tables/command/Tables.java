package weir.tables.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.TablesOptions;
import weir.failure.UnavailableException;
import weir.layer.LakeLayer;
import weir.tables.commit.Committer;
import weir.tables.commit.Committer.Done;
import weir.tables.commit.HourTable;
import weir.tables.delta.DeltaHours;
import weir.tables.delta.DeltaTable;
import weir.tables.files.FactsReader;
import weir.tables.files.Lake;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;
import weir.tables.files.Stores;
import weir.tables.iceberg.Warehouse;

/** Makes tables of the finished files of a lake. */
@Command(name = "tables")
final class Tables implements Callable<Integer> {
  private static final long EXPIRY_MILLIS = 3_600_000;

  @Mixin TablesOptions options = new TablesOptions();
  @Spec @Nullable CommandSpec spec;

  /** A layer, and what puts its files into a table. */
  private record Open(LakeLayer layer, Committer committer) {}

  @Override
  public Integer call() throws InterruptedException {
    Configuration hadoop = Stores.configuration(options.hadoop);
    Lake lake = Lake.open(options.lake.folder, hadoop);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (options.follow) {
      follow(lake, hadoop, out);
    } else if (files(lake).isEmpty()) {
      throw new UnavailableException("no files of a lake in " + options.lake.folder);
    } else {
      once(lake, hadoop, out);
    }
    return CommandLine.ExitCode.OK;
  }

  private void once(Lake lake, Configuration hadoop, PrintWriter out) {
    try (Opened opened = new Opened(lake, hadoop)) {
      out.print(Report.table(opened.round()));
    }
    out.flush();
  }

  /** Goes on when something is away for a while: what it did not do it does the next time. */
  private void follow(Lake lake, Configuration hadoop, PrintWriter out)
      throws InterruptedException {
    Report report = new Report(out);
    while (true) {
      try (Opened opened = new Opened(lake, hadoop)) {
        while (true) {
          report.news(opened.round());
          TimeUnit.MILLISECONDS.sleep(options.every.toMillis());
        }
      } catch (RuntimeException failed) {
        report.trouble(failed);
      }
      TimeUnit.MILLISECONDS.sleep(options.every.toMillis());
    }
  }

  private static List<LakeFile> files(Lake lake) {
    List<LakeFile> all = new ArrayList<>();
    for (LakeLayer layer : LakeLayer.values()) {
      all.addAll(lake.files(layer));
    }
    return all;
  }

  /** The tables, as soon as there is something for them. */
  private final class Opened implements AutoCloseable {
    private final Lake lake;
    private final Configuration hadoop;
    private final Optional<Warehouse> warehouse;
    private final List<Open> tables = new ArrayList<>();
    private final DerivedTables derived;
    private long nextExpiry;
    private final Map<LakeLayer, FactsReader> readers = new EnumMap<>(LakeLayer.class);

    Opened(Lake lake, Configuration hadoop) {
      this.lake = lake;
      this.hadoop = hadoop;
      this.warehouse =
          options.format.hasIceberg()
              ? Optional.of(
                  Warehouse.open(options.catalogProperties(), folder(), options.namespace, hadoop))
              : Optional.empty();
      this.derived = new DerivedTables(options, this::hours, hadoop);
    }

    private List<HourTable> hours(Shape shape) {
      List<HourTable> tables = new ArrayList<>();
      warehouse.ifPresent(its -> tables.add(its.hours(shape)));
      if (options.format.hasDelta()) {
        tables.add(
            DeltaHours.in(
                String.join("/", folder(), "delta", options.namespace, shape.table()),
                shape,
                hadoop));
      }
      return tables;
    }

    private String folder() {
      String typed = options.tables;
      return typed == null ? lake.beside("tables") : Lake.place(typed);
    }

    List<Done> round() {
      List<Done> done = new ArrayList<>();
      long settled = lake.hourOfBronze() - options.settledAfter.toHours();
      Map<LakeLayer, List<LakeFile>> all = new EnumMap<>(LakeLayer.class);
      for (LakeLayer layer : LakeLayer.values()) {
        List<LakeFile> files = lake.files(layer);
        if (!files.isEmpty()) {
          all.put(layer, files);
          for (Open each : of(layer)) {
            done.add(each.committer().commit(files));
          }
          reader(layer).roundIsOver();
        }
      }
      done.addAll(derived.round(all, settled));
      expire();
      return done;
    }

    /** Now and then: to find what nobody needs it must look at everything. */
    private void expire() {
      long now = System.currentTimeMillis();
      if (now >= nextExpiry) {
        tables.forEach(each -> each.committer().expire(options.keep, now));
        derived.expire(options.keep, now);
        nextExpiry = now + EXPIRY_MILLIS;
      }
    }

    private FactsReader reader(LakeLayer layer) {
      return readers.computeIfAbsent(layer, any -> new FactsReader(Shape.of(layer), hadoop));
    }

    private List<Open> of(LakeLayer layer) {
      if (tables.stream().noneMatch(each -> each.layer() == layer)) {
        FactsReader reader = reader(layer);
        warehouse.ifPresent(
            its -> tables.add(new Open(layer, new Committer(its.table(layer), reader))));
        if (options.format.hasDelta()) {
          tables.add(new Open(layer, new Committer(DeltaTable.of(lake, layer, hadoop), reader)));
        }
      }
      return tables.stream().filter(each -> each.layer() == layer).toList();
    }

    @Override
    public void close() {
      try {
        if (warehouse.isPresent()) {
          warehouse.get().close();
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
