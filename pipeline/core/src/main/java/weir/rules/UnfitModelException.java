package weir.rules;

/** Why a model cannot be used with the fields and features of a book, in one sentence. */
final class UnfitModelException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitModelException(String sentence) {
    super(sentence);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
