package weir.dashboard.users;

import java.util.Optional;

/** Asks for a password that is not shown while it is typed. */
interface Typed {
  /** What was typed; nothing if nobody can be asked. */
  Optional<char[]> password();
}
