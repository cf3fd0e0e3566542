package weir.lake.write;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;
import weir.form.VerdictFields;
import weir.model.Money;
import weir.model.Verdict;

/** Hands a verdict to Parquet's own writer, value by value. */
final class RecordRowSupport extends WriteSupport<Verdict>
    implements FieldWriter<RuntimeException> {
  private final MessageType schema;
  private @Nullable RecordConsumer open;
  private int column;

  RecordRowSupport(MessageType schema) {
    this.schema = schema;
  }

  @Override
  @SuppressWarnings("deprecation") // Parquet has it abstract.
  public WriteContext init(Configuration unused) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration unused) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    open = consumer;
  }

  @Override
  public void write(Verdict verdict) {
    column = 0;
    to().startMessage();
    VerdictFields.write(verdict, this);
    to().endMessage();
  }

  private RecordConsumer to() {
    RecordConsumer consumer = open;
    if (consumer == null) {
      throw new IllegalStateException("not prepared");
    }
    return consumer;
  }

  private void value(Runnable add) {
    String name = schema.getFieldName(column);
    to().startField(name, column);
    add.run();
    to().endField(name, column);
    column++;
  }

  @Override
  public void text(Field field, String text) {
    value(() -> to().addBinary(Binary.fromString(text)));
  }

  @Override
  public void optionalText(Field field, @Nullable String text) {
    if (text == null) {
      column++;
    } else {
      text(field, text);
    }
  }

  @Override
  public void texts(Field field, List<String> texts) {
    value(
        () -> {
          to().startGroup();
          if (!texts.isEmpty()) {
            to().startField("list", 0);
            for (String each : texts) {
              to().startGroup();
              to().startField("element", 0);
              to().addBinary(Binary.fromString(each));
              to().endField("element", 0);
              to().endGroup();
            }
            to().endField("list", 0);
          }
          to().endGroup();
        });
  }

  @Override
  public void names(Field field, List<String> names) {
    texts(field, names);
  }

  @Override
  public void time(Field field, long millis) {
    number(field, millis * 1000);
  }

  @Override
  public void number(Field field, long number) {
    value(() -> to().addLong(number));
  }

  @Override
  public void smallNumber(Field field, int number) {
    value(() -> to().addInteger(number));
  }

  @Override
  public void optionalSmallNumber(Field field, @Nullable Integer number) {
    if (number == null) {
      column++;
    } else {
      smallNumber(field, number);
    }
  }

  @Override
  public void optionalDecimal(Field field, @Nullable BigDecimal number) {
    optionalText(field, number == null ? null : number.toPlainString());
  }

  @Override
  public void money(Field field, long minor, String currency) {
    number(field, minor);
    text(field, Money.toMajor(minor, currency).toPlainString());
  }

  @Override
  public void optionalReal(Field field, @Nullable Double real) {
    if (real == null) {
      column++;
    } else {
      value(() -> to().addDouble(real));
    }
  }

  @Override
  public void realBeside(Field field, @Nullable Double real) {
    optionalReal(field, real);
  }

  @Override
  public void truth(Field field, boolean truth) {
    value(() -> to().addBoolean(truth));
  }
}
