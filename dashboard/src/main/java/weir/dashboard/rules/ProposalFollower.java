package weir.dashboard.rules;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import weir.control.ControlLog;
import weir.dashboard.notices.Follower;
import weir.dashboard.notices.PendingNotice;
import weir.notice.Books;

/** Notes what became of the notices of proposals. */
public final class ProposalFollower implements Follower {
  private final Checks checks;

  public ProposalFollower(Checks checks) {
    this.checks = checks;
  }

  @Override
  public @Nullable String obstacle(Connection connection, PendingNotice notice, Books books)
      throws SQLException {
    Long id = notice.proposal();
    if (id == null) {
      return null;
    }
    Proposal proposal = Proposals.find(connection, id).orElseThrow();
    return checks.obstacle(proposal, Proposals.book(connection, id), books);
  }

  @Override
  public void announced(Connection connection, PendingNotice notice, ControlLog.Heard heard)
      throws SQLException {
    Long id = notice.proposal();
    if (id != null) {
      int number = heard.books().all().size();
      Proposals.step(
          connection, id, notice.visitor(), Step.ANNOUNCED, "it is book " + number, number);
    }
  }

  @Override
  public void refused(Connection connection, PendingNotice notice, String why) throws SQLException {
    Long id = notice.proposal();
    if (id != null) {
      Proposals.step(connection, id, notice.visitor(), Step.REFUSED, why, null);
    }
  }
}
