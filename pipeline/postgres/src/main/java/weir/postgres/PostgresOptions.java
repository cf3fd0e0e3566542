package weir.postgres;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;
import weir.options.OptionGroup;

/** Options of the database in which answers are kept. */
@OptionGroup("PostgreSQL")
public interface PostgresOptions extends PipelineOptions {

  @Description("PostgreSQL for transactions, alerts and dead letters, as jdbc:postgresql://...")
  @Nullable String getJdbcUrl();

  void setJdbcUrl(@Nullable String url);

  @Description("User of the database.")
  @Default.String("weir")
  String getJdbcUser();

  void setJdbcUser(String user);

  @Description("File with the user's password in the database.")
  @Nullable String getJdbcPasswordFile();

  void setJdbcPasswordFile(@Nullable String file);
}
