package weir.expression;

/**
 * A part and where it stands.
 *
 * @param source of the whole expression
 */
record Operand(Part part, Source source, int from, int to) {
  Type type() {
    return part.type();
  }

  Part.OfNumber number(String taker) throws FaultyExpressionException {
    if (part instanceof Part.OfNumber number) {
      return number;
    }
    throw unfit(taker, Type.NUMBER);
  }

  Part.OfText text(String taker) throws FaultyExpressionException {
    if (part instanceof Part.OfText text) {
      return text;
    }
    throw unfit(taker, Type.TEXT);
  }

  Part.OfYesOrNo yesOrNo(String taker) throws FaultyExpressionException {
    if (part instanceof Part.OfYesOrNo yesOrNo) {
      return yesOrNo;
    }
    throw unfit(taker, Type.YES_OR_NO);
  }

  private FaultyExpressionException unfit(String taker, Type type) {
    return source.fault(from, taker + " needs " + type + ", but " + inWords());
  }

  /** Such as "amount is a number". */
  String inWords() {
    return source.quote(from, to) + " is " + type();
  }
}
