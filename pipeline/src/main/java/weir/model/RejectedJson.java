package weir.model;

/** The JSON form of a dead letter: enough to find the record, and to send it again. */
public final class RejectedJson {
  private RejectedJson() {}

  public static byte[] write(Rejected rejected, String topic) {
    LogPosition position = rejected.position();
    return Json.object(
        json -> {
          json.writeStringField("reason", rejected.reason().code());
          json.writeStringField("detail", rejected.detail());
          json.writeStringField("topic", topic);
          json.writeNumberField("partition", position.partition());
          json.writeNumberField("offset", position.offset());
          json.writeStringField("logTime", Json.time(position.time()));
          json.writeStringField("original", rejected.original().base64());
        });
  }
}
