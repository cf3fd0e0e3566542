/** What people decide about alerts: kept, told to the log, and shown to everybody. */
@NullMarked
package weir.dashboard.desk;

import org.jspecify.annotations.NullMarked;
