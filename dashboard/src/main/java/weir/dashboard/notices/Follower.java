package weir.dashboard.notices;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import weir.control.ControlLog;
import weir.notice.Books;

/** Follows what becomes of notices that announce proposals. */
public interface Follower {
  /** Why a notice must not be written any more; absent if it may be. */
  @Nullable String obstacle(Connection connection, PendingNotice notice, Books books)
      throws SQLException;

  /** A notice stands in the topic, and this is what it made of the books. */
  void announced(Connection connection, PendingNotice notice, ControlLog.Heard heard)
      throws SQLException;

  /** A notice has no effect. */
  void refused(Connection connection, PendingNotice notice, String why) throws SQLException;
}
