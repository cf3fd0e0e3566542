package weir.learn;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.model.Json;

/** Reads a model out of JSON and checks all that its evaluation rests on. */
final class ModelReader {
  static final int MOST_INPUTS = 256;
  private static final int MOST_WORD = 64;
  private static final int MOST_EXPRESSION = 4_000;
  private static final int MOST_DEFINITION = 20_000;
  private static final int MOST_FEATURES = 256;
  private static final int MOST_EDGES = 1_000;

  private final StrictJson json;

  private ModelReader(StrictJson json) {
    this.json = json;
  }

  static ModelContent read(byte[] artefact) throws FaultyModelException {
    if (artefact.length > ModelJson.MOST_BYTES) {
      throw new FaultyModelException(
          "the model has " + artefact.length + " bytes, expected at most " + ModelJson.MOST_BYTES);
    }
    ModelContent content = parse(artefact);
    if (!Arrays.equals(ModelJson.write(content), artefact)) {
      throw new FaultyModelException(
          "the model is not written as Weir writes it, without blanks and in plain numbers");
    }
    return content;
  }

  private static ModelContent parse(byte[] artefact) throws FaultyModelException {
    String text = new String(artefact, StandardCharsets.UTF_8);
    try (JsonParser parser = Json.FACTORY.createParser(text)) {
      return new ModelReader(new StrictJson(parser)).content();
    } catch (JsonProcessingException broken) {
      throw new FaultyModelException("not JSON: " + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new FaultyModelException("cannot be read: " + impossible.getMessage());
    }
  }

  private ModelContent content() throws IOException, FaultyModelException {
    json.begin();
    json.field(ModelJson.MODEL);
    json.number(ModelJson.VERSION, ModelJson.VERSION);
    Learner learner = learner();
    List<ModelInput> inputs = inputs();
    SortedMap<String, String> features = features();
    json.field(ModelJson.BASE);
    long base = json.number(-TreeReader.MOST_MEAN, TreeReader.MOST_MEAN);
    List<Tree> trees = trees(inputs.size());
    ScoreTable scores = scores();
    json.field(ModelJson.TRAINING);
    Training training = new TrainingReader(json).read();
    json.end();
    json.endOfAll();
    return new ModelContent(learner, inputs, features, base, trees, scores, training);
  }

  private Learner learner() throws IOException, FaultyModelException {
    json.field(ModelJson.LEARNER);
    String word = json.text(MOST_WORD);
    return Learner.of(word)
        .orElseThrow(() -> new FaultyModelException("unknown learner '" + word + "'"));
  }

  private List<ModelInput> inputs() throws IOException, FaultyModelException {
    json.field(ModelJson.INPUTS);
    json.beginArray();
    List<ModelInput> inputs = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    while (json.hasElement()) {
      if (inputs.size() == MOST_INPUTS) {
        throw json.fault("expected at most " + MOST_INPUTS + " inputs");
      }
      ModelInput input = input();
      if (!texts.add(input.text())) {
        throw json.fault("the input '" + input.text() + "' is there twice");
      }
      inputs.add(input);
    }
    if (inputs.isEmpty()) {
      throw json.fault("the model has no inputs");
    }
    return inputs;
  }

  private ModelInput input() throws IOException, FaultyModelException {
    json.begin();
    json.field(ModelJson.INPUT);
    String text = json.text(MOST_EXPRESSION);
    json.field(ModelJson.DECIMALS);
    int decimals = (int) json.number(0, InputScale.MOST_DECIMALS);
    @Nullable String normal = null;
    if (json.isAt(ModelJson.NORMAL)) {
      json.field(ModelJson.NORMAL);
      normal = json.text(MOST_EXPRESSION);
    }
    json.field(ModelJson.LEARNED);
    Histogram learned = HistogramReader.read(json, MOST_EDGES);
    json.end();
    return new ModelInput(text, new InputScale(decimals), normal, learned);
  }

  private SortedMap<String, String> features() throws IOException, FaultyModelException {
    json.field(ModelJson.FEATURES);
    json.begin();
    SortedMap<String, String> features = new TreeMap<>();
    while (json.hasField()) {
      if (features.size() == MOST_FEATURES) {
        throw json.fault("expected at most " + MOST_FEATURES + " features");
      }
      String name = json.anyField();
      if (!StrictJson.isStorable(name)) {
        throw json.fault("contains a NUL or half a character");
      }
      features.put(name, json.text(MOST_DEFINITION));
    }
    json.end();
    return features;
  }

  private List<Tree> trees(int inputs) throws IOException, FaultyModelException {
    json.field(ModelJson.TREES);
    json.beginArray();
    List<Tree> trees = new ArrayList<>();
    while (json.hasElement()) {
      if (trees.size() == TreeReader.MOST_TREES) {
        throw json.fault("expected at most " + TreeReader.MOST_TREES + " trees");
      }
      trees.add(TreeReader.read(json, inputs));
    }
    return trees;
  }

  private ScoreTable scores() throws IOException, FaultyModelException {
    json.field(ModelJson.SCORES);
    long most = StrictJson.MOST_NUMBER;
    long[] margins = json.numbers(-most, most, ScoreTable.MOST);
    if (margins.length != ScoreTable.MOST) {
      throw json.fault("found " + margins.length + " margins, expected " + ScoreTable.MOST);
    }
    for (int i = 1; i < margins.length; i++) {
      if (margins[i] < margins[i - 1]) {
        throw json.fault("the margins do not ascend");
      }
    }
    return ScoreTable.of(margins);
  }
}
