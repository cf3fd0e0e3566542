package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A model says what its artefact says, and keeps to it. */
class ModelPropertyTest {
  @Property(tries = 300)
  void saysWhatANaiveReaderSays(@ForAll long seed) throws FaultyModelException, IOException {
    RandomModels models = new RandomModels(seed);
    byte[] artefact = ModelJson.write(models.model());
    Model model = Model.parse(artefact);
    NaiveModel naive = new NaiveModel(artefact);
    for (int i = 0; i < 20; i++) {
      long[] values = models.values();
      BigInteger margin = naive.margin(values);
      assertThat(BigInteger.valueOf(model.margin(values))).isEqualTo(margin);
      assertThat(model.score(model.margin(values))).isEqualTo(naive.score(margin));
    }
  }

  @Property(tries = 300)
  void contributionsAddUpAndAreThoseOfANaiveReader(@ForAll long seed)
      throws FaultyModelException, IOException {
    RandomModels models = new RandomModels(seed);
    byte[] artefact = ModelJson.write(models.model());
    Model model = Model.parse(artefact);
    NaiveModel naive = new NaiveModel(artefact);
    long[] values = models.values();
    Explained explained = model.explain(values);
    List<Contribution> found = explained.contributions();
    assertThat(explained.bias() + found.stream().mapToLong(Contribution::effect).sum())
        .isEqualTo(explained.margin())
        .isEqualTo(model.margin(values));
    assertThat(found)
        .isSortedAccordingTo(
            Comparator.comparingLong((Contribution each) -> -Math.abs(each.effect()))
                .thenComparing(Contribution::input));
    for (int input = 0; input < values.length; input++) {
      int number = input;
      assertThat(
              found.stream()
                  .filter(each -> each.input() == number)
                  .map(each -> BigInteger.valueOf(each.effect()))
                  .reduce(BigInteger.ZERO, BigInteger::add))
          .isEqualTo(naive.effect(input, values));
    }
  }

  @Property(tries = 300)
  void isWrittenAsItWasRead(@ForAll long seed) throws FaultyModelException {
    byte[] artefact = ModelJson.write(new RandomModels(seed).model());
    assertThat(ModelJson.write(Model.parse(artefact).content())).isEqualTo(artefact);
  }
}
