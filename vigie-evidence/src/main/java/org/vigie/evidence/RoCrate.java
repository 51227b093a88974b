package org.vigie.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;
import org.vigie.evidence.json.JsonWriter;
import org.vigie.ledger.Hash;

/**
 * {@code ro-crate-metadata.json}: the files of a package for archives and research software
 * (RO-Crate 1.1, in the payload of the bag). It follows from {@code manifest.json} alone and says
 * nothing that stands not there, so a check writes it again and compares.
 */
final class RoCrate {

  private static final String CONTEXT = "https://w3id.org/ro/crate/1.1/context";
  private static final String PROFILE = "https://w3id.org/ro/crate/1.1";
  private static final String TERMS = "#terms";

  /** Members of an item that say how it was obtained; there only where somebody said so. */
  private static final List<String> SAID =
      List.of("method_code", "copy", "recorder", "authority_involvement", "obtained", "taken_from");

  private final Json.Members manifest;
  private final List<Json> graph = new ArrayList<>();
  private final List<Json> parts = new ArrayList<>();

  private RoCrate(Json.Members manifest) {
    this.manifest = manifest;
  }

  /** What {@code lines.json} is, in the words of the crate. */
  private static final String LINES =
      "Lines that papers quote, with where they lie in the originals. / Lignes citées par les"
          + " documents, et où elles se trouvent dans les originaux.";

  /**
   * The metadata that belongs to {@code manifest}.
   *
   * @param lines the bytes of {@code lines.json}, if the package has it
   * @throws JsonRefused if that is no manifest
   */
  static byte[] of(byte[] manifest, Optional<byte[]> lines) throws JsonRefused {
    return new RoCrate(JsonReader.read(manifest).object()).write(lines);
  }

  private byte[] write(Optional<byte[]> lines) throws JsonRefused {
    for (var item : manifest.list("items")) {
      item(item.object());
    }
    for (var document : manifest.list("documents")) {
      document(document.object());
    }
    lines.ifPresent(this::lines);
    var all = new ArrayList<Json>();
    all.add(
        entity(
            "ro-crate-metadata.json",
            "CreativeWork",
            Map.of("about", reference("./"), "conformsTo", reference(PROFILE))));
    all.add(root());
    all.add(
        entity(
            TERMS,
            "CreativeWork",
            Map.of(
                "name",
                Json.of(
                    "For the recipient and the purpose named here, and for nobody else. / Pour le"
                        + " destinataire et la finalité nommés ici, et pour personne d’autre."))));
    all.addAll(graph);
    var hash = Json.of(Map.of("sha256", Json.of("https://schema.org/sha256")));
    return JsonWriter.write(
        Json.of(
            Map.of("@context", Json.of(List.of(Json.of(CONTEXT), hash)), "@graph", Json.of(all))));
  }

  private Json root() throws JsonRefused {
    return entity(
        "./",
        "Dataset",
        Map.of(
            "name",
            manifest.member("name"),
            "description",
            Json.of(manifest.text("purpose") + " – " + manifest.text("recipient")),
            "datePublished",
            manifest.member("created"),
            "license",
            reference(TERMS),
            "hasPart",
            Json.of(parts)));
  }

  private void item(Json.Members item) throws JsonRefused {
    var members = file(item);
    members.put("name", item.member("exhibit"));
    members.put("description", Json.of(item.text("method") + ". " + item.text("unchecked")));
    members.put("sdDatePublished", item.member("received"));
    var said = said(item);
    if (!said.isEmpty()) {
      members.put("additionalProperty", Json.of(said));
    }
    var source = item.members().get("derived_from");
    if (source != null) {
      made(item, source.object());
    }
    add(item, members);
  }

  /** What was said of how it was obtained, each as a property with the manifest's own name. */
  private List<Json> said(Json.Members item) throws JsonRefused {
    var said = new ArrayList<Json>();
    for (var name : SAID) {
      var value = item.members().get(name);
      if (value != null) {
        var id = "#" + item.text("exhibit") + "-" + name;
        said.add(reference(id));
        var named = Map.of("name", Json.of(name), "propertyID", Json.of(name), "value", value);
        graph.add(entity(id, "PropertyValue", named));
      }
    }
    return said;
  }

  private void made(Json.Members item, Json.Members source) throws JsonRefused {
    var exhibit = item.text("exhibit");
    graph.add(
        entity(
            "#made-" + exhibit,
            "CreateAction",
            Map.of(
                "name", Json.of(exhibit + " < " + source.text("exhibit")),
                "instrument", reference("#tool-" + exhibit),
                "result", reference(path(item)))));
    graph.add(
        entity("#tool-" + exhibit, "SoftwareApplication", Map.of("name", source.member("tool"))));
  }

  private void document(Json.Members document) throws JsonRefused {
    var members = file(document);
    members.put("name", document.member("about"));
    add(document, members);
  }

  private void lines(byte[] file) {
    var name = PackageNames.LINES.substring(PackageNames.PAYLOAD.length());
    parts.add(reference(name));
    graph.add(
        entity(
            name,
            "File",
            Map.of(
                "name", Json.of(LINES),
                "encodingFormat", Json.of("application/json"),
                "contentSize", Json.of(Long.toString(file.length)),
                "sha256", Json.of(Hash.sha256(file).toString()))));
  }

  private static Map<String, Json> file(Json.Members file) throws JsonRefused {
    var members = new TreeMap<String, Json>();
    members.put("encodingFormat", file.member("media_type"));
    members.put("contentSize", Json.of(Long.toString(file.integer("length"))));
    members.put("sha256", file.member("sha256"));
    return members;
  }

  private void add(Json.Members file, Map<String, Json> members) throws JsonRefused {
    var path = path(file);
    parts.add(reference(path));
    graph.add(entity(path, "File", members));
  }

  /** As seen from the payload. */
  private static String path(Json.Members file) throws JsonRefused {
    var path = file.text("path");
    return path.startsWith(PackageNames.PAYLOAD)
        ? path.substring(PackageNames.PAYLOAD.length())
        : path;
  }

  private static Json reference(String id) {
    return Json.of(Map.of("@id", Json.of(id)));
  }

  private static Json entity(String id, String type, Map<String, Json> members) {
    var all = new TreeMap<>(members);
    all.put("@id", Json.of(id));
    all.put("@type", Json.of(type));
    return Json.of(all);
  }
}
