package weir.form;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;
import weir.fields.Millionths;
import weir.fields.RecordLayout;
import weir.model.Json;
import weir.model.Transaction;

/**
 * Writes labels as {@link LabelParser} reads them: with all of their payment by which keys may
 * look, where its own record has it.
 */
public final class LabelWriter {
  private final RecordLayout layout;

  /** Of labels on payments whose records are laid out like this. */
  public LabelWriter(RecordLayout layout) {
    this.layout = layout;
  }

  /** A label on a payment, of which the amount and the coordinates do not matter. */
  public byte[] write(Transaction payment, boolean fraud, String source) {
    Branch top = new Branch();
    put(top, TransactionFields.ID, payment.id());
    put(top, TransactionFields.USER, payment.userId());
    top.put(place(TransactionFields.TIMESTAMP), payment.time());
    put(top, TransactionFields.CURRENCY, payment.currency());
    put(top, TransactionFields.MERCHANT, payment.merchantId());
    put(top, TransactionFields.CATEGORY, payment.category());
    put(top, TransactionFields.METHOD, payment.paymentMethod());
    put(top, TransactionFields.CITY, payment.city());
    put(top, TransactionFields.COUNTRY, payment.country());
    put(top, TransactionFields.DEVICE, payment.deviceId());
    payment.declared().forEach(new Declared(top));
    top.put(LabelParser.placeOfFraud(), fraud);
    top.put(LabelParser.placeOfSource(), source);
    return Json.object(top::write);
  }

  private void put(Branch top, Field field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      top.put(place(field), value);
    }
  }

  private List<String> place(Field field) {
    return layout.placeOf(field.json()).steps();
  }

  /** An object with values and objects, each under its name. */
  private static final class Branch {
    private final Map<String, Object> fields = new TreeMap<>();

    void put(List<String> steps, Object value) {
      String first = steps.get(0);
      if (steps.size() == 1) {
        fields.put(first, value);
      } else if (fields.computeIfAbsent(first, name -> new Branch()) instanceof Branch next) {
        next.put(steps.subList(1, steps.size()), value);
      } else {
        throw new IllegalStateException(first + " is a field and holds others");
      }
    }

    void write(JsonGenerator json) throws IOException {
      for (Map.Entry<String, Object> each : fields.entrySet()) {
        json.writeFieldName(each.getKey());
        if (each.getValue() instanceof Branch inner) {
          json.writeStartObject();
          inner.write(json);
          json.writeEndObject();
        } else if (each.getValue() instanceof Boolean truth) {
          json.writeBoolean(truth);
        } else if (each.getValue() instanceof Long whole) {
          json.writeNumber(whole);
        } else if (each.getValue() instanceof BigDecimal number) {
          json.writeNumber(number);
        } else {
          json.writeString(each.getValue().toString());
        }
      }
    }
  }

  private final class Declared implements DeclaredValues.Cases<RuntimeException> {
    private final Branch top;

    Declared(Branch top) {
      this.top = top;
    }

    private void put(String name, Object value) {
      layout.field(name).ifPresent(field -> top.put(field.from().steps(), value));
    }

    @Override
    public void text(String name, String value) {
      put(name, value);
    }

    @Override
    public void number(String name, long millionths) {
      put(name, new BigDecimal(Millionths.text(millionths)));
    }

    @Override
    public void truth(String name, boolean value) {
      put(name, value);
    }
  }
}
