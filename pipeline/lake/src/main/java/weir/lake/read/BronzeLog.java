package weir.lake.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.lake.write.LakeOptions;
import weir.lake.write.LakeSettings;
import weir.model.LogRecord;
import weir.options.WeirOptions;
import weir.source.WholeLog;
import weir.source.WholeLogKind;

/** The log that the bronze of a lake holds. */
final class BronzeLog implements WholeLog {
  private static final String FILES = "/date=*/hour=*/*.parquet";

  private final String folder;
  private final String bronze;

  private BronzeLog(String folder) {
    this.folder = folder;
    this.bronze = LakeSettings.bronzeOf(folder);
  }

  /** Used if {@code --inputLake} is set. */
  public static final class Kind implements WholeLogKind {
    @Override
    public String option() {
      return "inputLake";
    }

    @Override
    public Optional<WholeLog> of(WeirOptions options) {
      LakeOptions ours = options.as(LakeOptions.class);
      String folder = ours.getInputLake();
      if (folder == null) {
        return Optional.empty();
      }
      try {
        // Otherwise an unknown scheme would fail only when the first file is read.
        FileSystems.setDefaultPipelineOptions(ours);
        FileSystems.matchNewResource(LakeSettings.bronzeOf(folder), /* isDirectory= */ true);
        return Optional.of(new BronzeLog(folder));
      } catch (IllegalArgumentException wrong) {
        throw new MisuseException("--inputLake: " + wrong.getMessage());
      }
    }
  }

  @Override
  public String place() {
    return "the lake " + folder;
  }

  @Override
  public boolean has(String topic) {
    SortedSet<String> topics = new TreeSet<>();
    return files().stream()
        .anyMatch(
            file -> {
              addTopics(file, topics);
              return topics.contains(topic);
            });
  }

  @Override
  public SortedSet<String> topics() {
    SortedSet<String> topics = new TreeSet<>();
    files().forEach(file -> addTopics(file, topics));
    return topics;
  }

  private List<MatchResult.Metadata> files() {
    try {
      List<MatchResult.Metadata> files =
          FileSystems.match(bronze + FILES, EmptyMatchTreatment.ALLOW).metadata();
      if (files.isEmpty()) {
        throw new UnavailableException(
            "--inputLake: "
                + folder
                + " has no bronze: it is no lake, or a job has not finished the first file of it"
                + " yet");
      }
      return files;
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private void addTopics(MatchResult.Metadata file, Set<String> topics) {
    try (RecordRows rows = RecordRows.open(file)) {
      rows.topics(topics::add);
    } catch (IOException failed) {
      throw unreadable(failed);
    }
  }

  private UnavailableException unreadable(IOException failed) {
    return new UnavailableException(
        "--inputLake: " + folder + " cannot be read: " + failed.getMessage(), failed);
  }

  @Override
  public PTransform<PBegin, PCollection<LogRecord>> topic(String topic) {
    return new ReadBronze(bronze + FILES, topic);
  }
}
