package weir.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.failure.UnavailableException;
import weir.model.Verdict;
import weir.oracle.Sample;

/** A database may be away, refuse, or never have been there. */
@Tag("slow")
class DatabaseAwayTest extends BesidePostgres {
  @Test
  void aDatabaseThatComesBackGetsWhatItMissed() throws Exception {
    write(new VerdictRows(), List.of(verdict(Sample.at(1).tx(), 1)));
    postgres.stop();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              try {
                write(new VerdictRows(), List.of(verdict(Sample.at(2).tx(), 1)));
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    Thread.sleep(1500);
    assertThat(writing).isNotDone();
    postgres.restart();
    writing.get();
    assertThat(transactions()).hasSize(2);
  }

  @Test
  void patienceEnds() throws Exception {
    postgres.stop();
    try {
      Upsert<Verdict> upsert = new Upsert<>(settings(Duration.ZERO), new VerdictRows());
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> upsert.write(List.of(verdict(Sample.at(1).tx(), 1))))
          .withMessage(
              "gave up: PostgreSQL at "
                  + postgres.jdbcUrl()
                  + " did not answer for 0 s (--patience)")
          .withCauseInstanceOf(SQLException.class);
    } finally {
      postgres.restart();
    }
  }

  @Test
  void whatWillNeverSucceedIsNotTriedAgain() throws Exception {
    execute("alter table transactions add constraint never check (user_id <> 'u')");
    try {
      assertThatThrownBy(() -> write(new VerdictRows(), List.of(verdict(Sample.at(1).tx(), 1))))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never");
    } finally {
      execute("alter table transactions drop constraint never");
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneSentence() {
    PostgresSettings nowhere =
        new PostgresSettings("jdbc:postgresql://127.0.0.1:1/weir", "weir", "", Duration.ZERO);
    assertThatThrownBy(() -> Schema.migrate(nowhere))
        .isInstanceOf(UnavailableException.class)
        .hasMessageStartingWith(
            "the database at jdbc:postgresql://127.0.0.1:1/weir cannot be used");
  }
}
