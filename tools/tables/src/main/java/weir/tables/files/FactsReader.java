package weir.tables.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.mapping.NameMapping;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * Reads the ends of files of a table, several at a time: from an object store most of it is
 * waiting. Two tables over the same files look at each once.
 */
public final class FactsReader {
  private static final int AT_A_TIME = 8;

  private final Shape shape;
  private final Configuration hadoop;
  private final NameMapping names;

  // By their places, until a round is over.
  private final Map<String, FileFacts> fit = new HashMap<>();
  private final Map<String, Refused> refused = new HashMap<>();

  public FactsReader(Shape shape, Configuration hadoop) {
    this.shape = shape;
    this.hadoop = hadoop;
    this.names = Schemas.names(shape);
  }

  /** Why no table can take a file; nothing if that is not known of it. */
  public @Nullable Refused refused(LakeFile file) {
    return refused.get(file.place());
  }

  /** What the files tell that a table can take. */
  public List<FileFacts> read(List<LakeFile> files) {
    readNew(files.stream().filter(each -> !isKnown(each)).toList());
    List<FileFacts> facts = new ArrayList<>();
    for (LakeFile each : files) {
      FileFacts its = fit.get(each.place());
      if (its != null) {
        facts.add(its);
      }
    }
    return facts;
  }

  /** All tables have them now; what could not be read may be read the next time. */
  public void roundIsOver() {
    fit.clear();
    refused.clear();
  }

  private boolean isKnown(LakeFile file) {
    return fit.containsKey(file.place()) || refused.containsKey(file.place());
  }

  private void readNew(List<LakeFile> files) {
    ExecutorService readers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      Map<LakeFile, Future<FileFacts>> asked = new LinkedHashMap<>();
      files.forEach(
          file -> asked.put(file, readers.submit(() -> FileFacts.of(file, shape, names, hadoop))));
      for (Map.Entry<LakeFile, Future<FileFacts>> each : asked.entrySet()) {
        take(each.getKey().place(), each.getValue());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("stopped", stopped);
    } finally {
      readers.shutdownNow();
    }
  }

  private void take(String place, Future<FileFacts> facts) throws InterruptedException {
    try {
      FileFacts its = facts.get();
      String why = its.whyNot(shape);
      if (why.isEmpty()) {
        fit.put(place, its);
      } else {
        refused.put(place, new Refused(place, why));
      }
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (!(cause instanceof IOException || cause instanceof RuntimeException)) {
        throw new IllegalStateException(failed);
      }
      refused.put(place, new Refused(place, "it cannot be read: " + cause.getMessage()));
    }
  }
}
