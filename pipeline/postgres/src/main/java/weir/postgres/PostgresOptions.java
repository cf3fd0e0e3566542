package weir.postgres;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;
import weir.options.OptionGroup;

/** Options of the database that keeps the answers. */
@OptionGroup("PostgreSQL")
public interface PostgresOptions extends PipelineOptions {

  @Description(
      "PostgreSQL database for transactions, alerts and dead letters: jdbc:postgresql://...")
  @Nullable String getJdbcUrl();

  void setJdbcUrl(@Nullable String url);

  @Description("User of the database.")
  @Default.String("weir")
  String getJdbcUser();

  void setJdbcUser(String user);

  @Description("File that contains the database user's password.")
  @Nullable String getJdbcPasswordFile();

  void setJdbcPasswordFile(@Nullable String file);
}
