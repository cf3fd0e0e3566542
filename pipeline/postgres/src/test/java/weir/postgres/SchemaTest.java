package weir.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.oracle.Sample;

class SchemaTest extends BesidePostgres {
  @Test
  void aReaderReadsAndAWriterWrites() throws SQLException {
    execute("set role weir_reader; select * from transactions, alerts, dead_letters");
    assertThatThrownBy(() -> execute("set role weir_reader; delete from alerts"))
        .hasMessageContaining("permission denied");
    execute(
        "set role weir_writer; insert into dead_letters values ('t', 1, 2, now(), 'r', 'd', '')");
    assertThatThrownBy(() -> execute("set role weir_writer; drop table alerts"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void aSecondMigrationChangesNothing() throws Exception {
    write(new VerdictRows(), List.of(verdict(Sample.at(1).tx(), 1)));
    Schema.migrate(settings(Duration.ZERO));
    assertThat(transactions()).hasSize(1);
  }
}
