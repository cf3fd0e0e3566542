package weir.tables.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import weir.command.PasswordFile;
import weir.command.TablesOptions;
import weir.failure.UnavailableException;
import weir.layer.LakeLayer;
import weir.tables.commit.Committer.Done;
import weir.tables.commit.Deriver;
import weir.tables.commit.Hour;
import weir.tables.commit.HourTable;
import weir.tables.derive.EnrichedHour;
import weir.tables.derive.FeatureBook;
import weir.tables.derive.FeatureWalk;
import weir.tables.derive.MergedDay;
import weir.tables.derive.RuleDay;
import weir.tables.derive.TotalsHour;
import weir.tables.files.LakeFile;
import weir.tables.files.Period;
import weir.tables.files.Shape;

/** The tables that options ask for whose hours follow from others: what stands, and gold. */
final class DerivedTables {
  private static final List<LakeLayer> STANDING = List.of(LakeLayer.SILVER, LakeLayer.ALERTS);
  private static final int HOURS_OF_DAY = 24;

  private final TablesOptions options;
  private final Function<Shape, List<HourTable>> opening;
  private final Configuration hadoop;
  private final Optional<FeatureBook> features;
  private final Map<String, List<Deriver>> open = new HashMap<>();

  /**
   * Nothing is opened yet.
   *
   * @param opening opens a table in each of the formats
   */
  DerivedTables(
      TablesOptions options, Function<Shape, List<HourTable>> opening, Configuration hadoop) {
    this.options = options;
    this.opening = opening;
    this.hadoop = hadoop;
    this.features =
        Optional.ofNullable(options.features)
            .map(file -> FeatureBook.read(file, options.settledAfter.toMillis()));
  }

  /**
   * Makes the hours that are settled.
   *
   * @param files all finished files of each layer
   * @param settled the first hour that is not settled yet
   */
  List<Done> round(Map<LakeLayer, List<LakeFile>> files, long settled) {
    Map<LakeLayer, NavigableMap<Long, List<LakeFile>>> hours = new HashMap<>();
    files.forEach((layer, its) -> hours.put(layer, byHour(its)));
    List<Done> done = new ArrayList<>();
    NavigableMap<Long, List<LakeFile>> silver =
        hours.getOrDefault(LakeLayer.SILVER, byHour(List.of()));
    if (options.current) {
      for (LakeLayer layer : STANDING) {
        done.addAll(standing(layer, hours.getOrDefault(layer, byHour(List.of())), settled));
      }
    }
    if (options.gold) {
      done.addAll(totals(silver, settled));
      done.addAll(ruleDays(settled));
    }
    features.ifPresent(
        its ->
            done.addAll(
                enriched(
                    its,
                    silver,
                    hours.getOrDefault(LakeLayer.BRONZE, byHour(List.of())),
                    settled)));
    return done;
  }

  private static NavigableMap<Long, List<LakeFile>> byHour(List<LakeFile> files) {
    return files.stream()
        .collect(Collectors.groupingBy(LakeFile::hour, TreeMap::new, Collectors.toList()));
  }

  private List<Done> standing(
      LakeLayer layer, SortedMap<Long, List<LakeFile>> hours, long settled) {
    SortedMap<Long, List<LakeFile>> days = new TreeMap<>();
    hours
        .headMap(settled)
        .forEach(
            (hour, its) ->
                days.computeIfAbsent(Period.DAY.begin(hour), any -> new ArrayList<>()).addAll(its));
    List<Hour> made = new ArrayList<>();
    days.forEach((first, its) -> made.add(new MergedDay(layer, first, its, hadoop)));
    return commit(MergedDay.shape(layer), made, hours.tailMap(settled).size());
  }

  /** Windows begin up to a minute before a payment, and the last of an hour reach into the next. */
  private List<Done> totals(NavigableMap<Long, List<LakeFile>> silver, long settled) {
    SortedSet<Long> hours = new TreeSet<>(silver.keySet());
    silver.keySet().forEach(hour -> hours.add(hour - 1));
    List<Hour> made = new ArrayList<>();
    for (long hour : hours.headSet(settled - 1)) {
      List<LakeFile> its = new ArrayList<>(silver.getOrDefault(hour, List.of()));
      its.addAll(silver.getOrDefault(hour + 1, List.of()));
      made.add(new TotalsHour(hour, its, hadoop));
    }
    return commit(TotalsHour.SHAPE, made, hours.tailSet(settled - 1).size());
  }

  private List<Done> ruleDays(long settled) {
    List<Done> done = new ArrayList<>();
    try (Connection database =
        DriverManager.getConnection(
            options.jdbcUrl, options.jdbcUser, PasswordFile.read(options.jdbcPasswordFile))) {
      if (!RuleDay.areIn(database)) {
        return List.of();
      }
      for (Shape shape : RuleDay.SHAPES) {
        List<RuleDay> days = RuleDay.read(database, shape);
        List<RuleDay> over =
            days.stream().filter(day -> day.hour() + HOURS_OF_DAY <= settled).toList();
        done.addAll(commit(shape, over, days.size() - over.size()));
      }
    } catch (SQLException failed) {
      throw new UnavailableException(
          "the database at "
              + options.jdbcUrl.replaceFirst("[?].*", "")
              + " cannot be read: "
              + failed.getMessage(),
          failed);
    }
    return done;
  }

  private List<Done> enriched(
      FeatureBook book,
      SortedMap<Long, List<LakeFile>> silver,
      SortedMap<Long, List<LakeFile>> bronze,
      long settled) {
    try (FeatureWalk walk = new FeatureWalk(options.lake.folder, book, settled)) {
      List<Hour> made = new ArrayList<>();
      silver
          .headMap(settled)
          .forEach(
              (hour, its) ->
                  made.add(
                      new EnrichedHour(
                          walk,
                          hour,
                          its,
                          bronze.subMap(walk.firstOf(hour), walk.endOf(hour)).values().stream()
                              .flatMap(List::stream)
                              .toList(),
                          hadoop)));
      return commit(book.shape(), made, silver.tailMap(settled).size());
    }
  }

  /** A table is opened as soon as there is something for it. */
  private List<Done> commit(Shape shape, List<? extends Hour> hours, int pending) {
    if (hours.isEmpty() && pending == 0) {
      return List.of();
    }
    List<Done> done = new ArrayList<>();
    for (Deriver each : open.computeIfAbsent(shape.table(), any -> derivers(shape))) {
      done.add(each.commit(hours, pending));
    }
    return done;
  }

  private List<Deriver> derivers(Shape shape) {
    return opening.apply(shape).stream().map(table -> new Deriver(table, shape, hadoop)).toList();
  }

  void expire(Duration keep, long now) {
    open.values().forEach(some -> some.forEach(each -> each.expire(keep, now)));
  }
}
