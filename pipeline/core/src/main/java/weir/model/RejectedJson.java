package weir.model;

/**
 * The JSON form of a dead letter: enough to find the record, and to send it again. Of a record that
 * is too large for that it has the first bytes, the size and the hash.
 */
public final class RejectedJson {
  private RejectedJson() {}

  public static byte[] write(Rejected rejected, String topic) {
    LogPosition position = rejected.position();
    Original original = rejected.original();
    return Json.object(
        json -> {
          json.writeStringField("reason", rejected.reason().code());
          json.writeStringField("detail", rejected.detail());
          json.writeStringField("topic", topic);
          json.writeNumberField("partition", position.partition());
          json.writeNumberField("offset", position.offset());
          json.writeStringField("logTime", Json.time(position.writtenTime()));
          if (!original.isWhole()) {
            json.writeNumberField("originalSize", original.size());
            json.writeStringField("originalSha256", original.sha256());
          }
          json.writeStringField("original", original.kept().base64());
        });
  }
}
