package weir.lake.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import weir.coders.VerdictCoder;
import weir.model.Verdict;

/** Verdicts as a file of silver, made in two ways. */
public final class FileForms {
  /** Of so many rows a bundle may be. */
  private static final int BUNDLE = 500;

  private static final TransactionLayer LAYER = new TransactionLayer(List.of());
  private static final VerdictCoder CODER = VerdictCoder.of();

  private FileForms() {}

  /** As the lake does it: rows wait as pieces of pages. */
  public static int pages(List<Verdict> verdicts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RowsFile file = new RowsFile(new ChannelFile(Channels.newChannel(bytes)), LAYER.columns());
    RowWriter rows = new RowWriter(LAYER.columns());
    int waiting = 0;
    for (Verdict each : verdicts) {
      LAYER.write(each, rows);
      if (++waiting % BUNDLE == 0) {
        file.write(rows.take());
      }
    }
    file.write(rows.take());
    file.end();
    return bytes.size();
  }

  /**
   * By Parquet's own writer: what waits are the values in the job's binary form.
   *
   * @param dictionaries whether values that come often are numbered
   */
  public static int records(List<Verdict> verdicts, boolean dictionaries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetWriter<Verdict> file =
        new Builder(new ChannelFile(Channels.newChannel(bytes)))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withDictionaryEncoding(dictionaries)
            .withConf(configuration())
            .build()) {
      for (Verdict each : verdicts) {
        byte[] waiting = CoderUtils.encodeToByteArray(CODER, each);
        file.write(CoderUtils.decodeFromByteArray(CODER, waiting));
      }
    }
    return bytes.size();
  }

  private static ParquetConfiguration configuration() {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setInt("parquet.compression.codec.zstd.level", 1);
    return configuration;
  }

  private static final class Builder extends ParquetWriter.Builder<Verdict, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Parquet has it abstract.
    protected WriteSupport<Verdict> getWriteSupport(Configuration unused) {
      return new RecordRowSupport(LAYER.columns().schema());
    }

    @Override
    protected WriteSupport<Verdict> getWriteSupport(ParquetConfiguration unused) {
      return new RecordRowSupport(LAYER.columns().schema());
    }
  }
}
