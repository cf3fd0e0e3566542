package weir.dashboard.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
  /** Looks. */
  READER,
  /** Decides about alerts. */
  ANALYST,
  /** Agrees to what others propose. */
  APPROVER,
  /** Sees what everybody did. */
  ADMIN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this code. */
  public static Role of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no role: " + code));
  }

  public static Optional<Role> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
