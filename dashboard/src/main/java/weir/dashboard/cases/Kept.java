package weir.dashboard.cases;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;

/**
 * What stood when somebody decided, and what is different now.
 *
 * @param decision its id
 * @param sha256 the checksum of the evidence in UTF-8
 * @param intact whether the evidence still has this checksum
 * @param evidence JSON, as it was kept
 */
public record Kept(
    long decision,
    String sha256,
    boolean intact,
    @JsonRawValue String evidence,
    List<Difference> differences) {
  public Kept {
    differences = List.copyOf(differences);
  }
}
