package weir.learn;

/** What is wrong with a model, in one sentence. */
public final class FaultyModelException extends Exception {
  private static final long serialVersionUID = 1L;

  FaultyModelException(String sentence) {
    super(sentence);
  }
}
