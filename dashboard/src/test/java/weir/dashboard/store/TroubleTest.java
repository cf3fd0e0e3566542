package weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is wrong with the database, and how much of it. */
class TroubleTest {
  private static SQLException failed(String state) {
    return new SQLException("wrapped", "08000", new SQLException("why", state));
  }

  @Test
  void aQueryThatIsTooMuchIsNotADatabaseThatIsAway() {
    assertThat(Trouble.isOfOneQuery(failed("57014"))).isTrue();
    assertThat(Trouble.isOfOneQuery(failed("42501"))).isTrue();
    assertThat(Trouble.isOfOneQuery(failed("08006"))).isFalse();
    assertThat(Trouble.isOfOneQuery(new SQLException("no state"))).isFalse();
    assertThat(Trouble.of(failed("57014"))).isEqualTo("takes too long to answer");
  }
}
