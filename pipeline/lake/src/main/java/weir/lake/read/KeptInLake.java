package weir.lake.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import weir.layer.HourFolder;
import weir.sink.KeptRecords;

/**
 * The records in the bronze of a lake.
 *
 * @param folder of bronze, in any file system that Beam knows
 */
public record KeptInLake(String folder) implements KeptRecords {
  private static final long serialVersionUID = 1L;

  @Override
  public Reading read(String topic, long from) throws IOException {
    NavigableMap<Long, List<MatchResult.Metadata>> hours = new TreeMap<>();
    for (MatchResult.Metadata each :
        FileSystems.match(folder + "/date=*/hour=*/*.parquet", EmptyMatchTreatment.ALLOW)
            .metadata()) {
      OptionalLong hour = HourFolder.hourOf(each.resourceId().toString());
      if (hour.isPresent() && hour.getAsLong() >= HourFolder.hourOf(from)) {
        hours.computeIfAbsent(hour.getAsLong(), any -> new ArrayList<>()).add(each);
      }
    }
    return new RecordsInOrder(hours, new RecordFile.Wanted(topic, from));
  }
}
