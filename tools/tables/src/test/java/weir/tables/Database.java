package weir.tables;

import weir.local.LocalPostgres;

/** A server for all tests of this JVM; each has a namespace of its own there. */
final class Database {
  static final LocalPostgres SERVER = LocalPostgres.start();

  private Database() {}
}
