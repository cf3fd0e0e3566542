package weir.lake.write;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;
import weir.options.OptionGroup;
import weir.options.Within;

/** Options of the lake in which records and answers are kept. */
@OptionGroup("The lake")
public interface LakeOptions extends PipelineOptions {

  @Description("Folder of the lake, of any of Beam's file systems: Parquet files of all there is.")
  @Nullable String getLake();

  void setLake(@Nullable String folder);

  @Description(
      "Folder of a lake whose records are judged from the first to the last, instead of topics of"
          + " Kafka; answers go to another lake (--lake), and the job ends.")
  @Nullable String getInputLake();

  void setInputLake(@Nullable String folder);

  @Description("How much log time goes into a file of the lake, such as 30 s or 5 min.")
  @Default.String("5 min")
  String getLakeEvery();

  void setLakeEvery(String every);

  @Description("Of how many bundles the rows of such a time wait for a file of the lake.")
  @Default.Integer(1000)
  @Within(least = 1)
  int getLakeBundles();

  void setLakeBundles(int bundles);

  @Description("Into how many files at least the records of one such time go.")
  @Default.Integer(1)
  @Within(least = 1)
  int getLakeShards();

  void setLakeShards(int shards);
}
