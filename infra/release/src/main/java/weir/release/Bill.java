package weir.release;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bill of materials as CycloneDX has it: what the build wrote, of it only what is shipped. */
final class Bill {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REF = "bom-ref";

  private final ObjectNode bill;
  private final List<Component> components;

  private Bill(ObjectNode bill, List<Component> components) {
    this.bill = bill;
    this.components = components;
  }

  /** Reads what the build wrote, and keeps Weir's own modules and these jars; it must name each. */
  static Bill read(List<Path> files, Collection<Path> jars) throws IOException {
    ObjectNode bill = (ObjectNode) JSON.readTree(files.get(0).toFile());
    for (Path more : files.subList(1, files.size())) {
      JsonNode other = JSON.readTree(more.toFile());
      add(bill.withArray("components"), other.path("components"), REF);
      add(bill.withArray("dependencies"), other.path("dependencies"), "ref");
    }
    Map<String, Path> shipped = new HashMap<>();
    for (Path jar : jars) {
      shipped.put(Checksums.of(jar), jar);
    }
    Set<String> hashes = new HashSet<>(shipped.keySet());
    ArrayNode kept = JSON.createArrayNode();
    List<Component> libraries = new ArrayList<>();
    for (JsonNode each : bill.withArray("components")) {
      String hash = sha256(each);
      if (shipped.remove(hash) != null) {
        libraries.add(component(each));
      }
      if (hashes.contains(hash) || each.path("group").asText().equals("weir")) {
        kept.add(each);
      }
    }
    if (!shipped.isEmpty()) {
      throw new IllegalStateException("the bill of materials lacks " + shipped.values());
    }
    bill.set("components", kept);
    dropOthers(bill, kept);
    return new Bill(bill, List.copyOf(libraries));
  }

  /** Adds what has a name that is not there yet. */
  private static void add(ArrayNode to, JsonNode from, String name) {
    Set<String> there = new HashSet<>();
    to.forEach(each -> there.add(each.path(name).asText()));
    for (JsonNode each : from) {
      if (there.add(each.path(name).asText())) {
        to.add(each);
      }
    }
  }

  /** What depends on what, of what is there. */
  private static void dropOthers(ObjectNode bill, ArrayNode kept) {
    Set<String> there = new HashSet<>();
    there.add(bill.path("metadata").path("component").path(REF).asText());
    kept.forEach(each -> there.add(each.path(REF).asText()));
    ArrayNode links = JSON.createArrayNode();
    for (JsonNode each : bill.withArray("dependencies")) {
      if (there.contains(each.path("ref").asText())) {
        ObjectNode link = links.addObject().put("ref", each.path("ref").asText());
        ArrayNode targets = JSON.createArrayNode();
        each.path("dependsOn").forEach(on -> addIf(there, targets, on));
        if (!targets.isEmpty()) {
          link.set("dependsOn", targets);
        }
      }
    }
    bill.set("dependencies", links);
  }

  private static void addIf(Set<String> there, ArrayNode targets, JsonNode on) {
    if (there.contains(on.asText())) {
      targets.add(on);
    }
  }

  private static String sha256(JsonNode component) {
    for (JsonNode each : component.path("hashes")) {
      if (each.path("alg").asText().equals("SHA-256")) {
        return each.path("content").asText();
      }
    }
    return "";
  }

  private static Component component(JsonNode each) {
    List<String> licences = new ArrayList<>();
    for (JsonNode licence : each.path("licenses")) {
      JsonNode named = licence.path("license");
      String expression = licence.path("expression").asText();
      String id = named.path("id").asText(named.path("name").asText());
      licences.add(expression.isEmpty() ? id : expression);
    }
    return new Component(
        each.path("group").asText(),
        each.path("name").asText(),
        each.path("version").asText(),
        List.copyOf(licences));
  }

  /** The libraries, as the bill orders them. */
  List<Component> components() {
    return components;
  }

  String json() throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer(printer).writeValueAsString(bill) + "\n";
  }
}
