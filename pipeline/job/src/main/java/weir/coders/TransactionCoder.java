package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weir.model.Transaction;

/** The binary form of a transaction. */
public final class TransactionCoder extends FieldwiseCoder<Transaction> {
  private static final long serialVersionUID = 1L;
  private static final TransactionCoder INSTANCE = new TransactionCoder();

  private TransactionCoder() {}

  public static TransactionCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Transaction tx, OutputStream out) throws IOException {
    Wire.writeText(tx.id(), out);
    Wire.writeText(tx.userId(), out);
    Wire.writeLong(tx.amountMinor(), out);
    Wire.writeText(tx.currency(), out);
    Wire.writeLong(tx.time(), out);
    Wire.writeOptionalText(tx.merchantId(), out);
    Wire.writeOptionalText(tx.category(), out);
    Wire.writeOptionalText(tx.paymentMethod(), out);
    Wire.writeOptionalText(tx.city(), out);
    Wire.writeOptionalText(tx.country(), out);
    Double latitude = tx.latitude();
    Double longitude = tx.longitude();
    if (latitude == null || longitude == null) {
      out.write(0);
    } else {
      out.write(1);
      Wire.writeDouble(latitude, out);
      Wire.writeDouble(longitude, out);
    }
    Wire.writeOptionalText(tx.deviceId(), out);
  }

  @Override
  public Transaction decode(InputStream in) throws IOException {
    String id = Wire.readText(in);
    String userId = Wire.readText(in);
    long amountMinor = Wire.readLong(in);
    String currency = Wire.readText(in);
    long time = Wire.readLong(in);
    String merchantId = Wire.readOptionalText(in);
    String category = Wire.readOptionalText(in);
    String paymentMethod = Wire.readOptionalText(in);
    String city = Wire.readOptionalText(in);
    String country = Wire.readOptionalText(in);
    boolean placed = in.read() == 1;
    Double latitude = placed ? Wire.readDouble(in) : null;
    Double longitude = placed ? Wire.readDouble(in) : null;
    return new Transaction(
        id,
        userId,
        amountMinor,
        currency,
        time,
        merchantId,
        category,
        paymentMethod,
        city,
        country,
        latitude,
        longitude,
        Wire.readOptionalText(in));
  }
}
