package weir.contract;

import java.util.List;
import weir.local.Topics;

/** Where the answers of one run go, apart from those of all others. */
public record JobPlaces(Topics topics, String legitimate, String suspicious, String database) {
  public List<String> branches() {
    return List.of(legitimate, suspicious);
  }
}
