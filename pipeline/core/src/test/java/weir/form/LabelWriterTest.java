package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.model.Transaction;

class LabelWriterTest {
  private static final RecordLayout ELSEWHERE =
      new RecordLayout(
          List.of(
              new DeclaredField("bin", DeclaredType.TEXT, Pointer.parse("/card/bin")),
              new DeclaredField("tries", DeclaredType.NUMBER, Pointer.parse("/card/tries")),
              new DeclaredField("chip", DeclaredType.BOOL)),
          Map.of(
              "merchantId", Pointer.parse("/shop/id"),
              "userId", Pointer.parse("/who"),
              "timestamp", Pointer.parse("/meta/at/0")));

  private static Transaction payment(String id, DeclaredValues declared) {
    return new Transaction(
        id,
        "ada",
        /* amountMinor= */ 0,
        "EUR",
        1_767_225_600_000L,
        "m-4",
        "groceries",
        "card",
        "Porto",
        "PT",
        /* latitude= */ null,
        /* longitude= */ null,
        "d-9",
        declared);
  }

  @Test
  void aLabelLooksAsTheDocumentsSay() {
    byte[] label =
        new LabelWriter(RecordLayout.USUAL)
            .write(payment("t-17", DeclaredValues.NONE), /* fraud= */ true, "analyst");
    assertThat(new String(label, StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"category\":\"groceries\",\"city\":\"Porto\",\"country\":\"PT\",\"currency\":\"EUR\","
                + "\"deviceId\":\"d-9\",\"fraud\":true,\"merchantId\":\"m-4\","
                + "\"paymentMethod\":\"card\",\"source\":\"analyst\",\"timestamp\":1767225600000,"
                + "\"transactionId\":\"t-17\",\"userId\":\"ada\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t-17", "'); drop table labels; --", "\"}{", "<b>é用\uD83D\uDE00</b>"})
  void whatIsWrittenIsReadWhereverTheFieldsStand(String id) throws Exception {
    for (boolean fraud : new boolean[] {true, false}) {
      Transaction paid =
          payment(
              id,
              DeclaredValues.of(
                  Map.of("bin", "411111", "tries", new BigDecimal("2.5"), "chip", true)));
      LabelParser.Said said =
          LabelParser.of(ELSEWHERE).parse(new LabelWriter(ELSEWHERE).write(paid, fraud, "analyst"));
      assertThat(said).isEqualTo(new LabelParser.Said(paid, fraud, "analyst"));
    }
  }

  @Test
  void whatIsNotKnownOfAPaymentIsLeftOut() throws Exception {
    Transaction bare =
        new Transaction("t", "u", 0, "", 1, null, null, null, null, null, null, null, null);
    byte[] label = new LabelWriter(RecordLayout.USUAL).write(bare, /* fraud= */ false, "undo");
    assertThat(LabelParser.of(RecordLayout.USUAL).parse(label).payment()).isEqualTo(bare);
  }
}
