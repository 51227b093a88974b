package org.vigie.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;

/**
 * What the check needs of {@code manifest.json}.
 *
 * @param name name of the package
 * @param items the exhibits
 * @param documents the papers
 * @param signedBy name of the key that signed the sums, or empty
 */
record Manifest(String name, List<Listed> items, List<Listed> documents, String signedBy) {

  private static final int MAX_ITEMS = 100_000;

  /**
   * One file.
   *
   * @param exhibit its number; the path for a document
   * @param inLog {@code yes}, {@code waiting} or {@code no}
   * @param quoted lines that papers quote
   */
  record Listed(
      String path,
      String exhibit,
      String sha256,
      String sha512,
      long length,
      Instant received,
      String inLog,
      List<Quoted> quoted) {}

  static Manifest parse(byte[] file) throws EvidenceRefused {
    try {
      var root = JsonReader.read(file).object();
      if (!root.text("format").equals(ManifestWriter.FORMAT)) {
        throw new EvidenceRefused("evidence.malformed-manifest");
      }
      var created = Instant.parse(root.text("created"));
      var items = new ArrayList<Listed>();
      for (var item : limited(root.list("items"))) {
        items.add(item(item.object()));
      }
      var documents = new ArrayList<Listed>();
      for (var document : limited(root.list("documents"))) {
        documents.add(
            file(document.object(), document.object().text("path"), created, "no", List.of()));
      }
      return new Manifest(root.text("name"), items, documents, root.text("signed_by"));
    } catch (JsonRefused | DateTimeException e) {
      throw new EvidenceRefused("evidence.malformed-manifest");
    }
  }

  private static List<Json> limited(List<Json> values) throws EvidenceRefused {
    if (values.size() > MAX_ITEMS) {
      throw new EvidenceRefused("evidence.malformed-manifest");
    }
    return values;
  }

  private static Listed item(Json.Members item) throws JsonRefused, EvidenceRefused {
    var exhibit = item.text("exhibit");
    var inLog = item.text("in_log");
    if (!exhibit.matches(PackageNames.EXHIBIT) || !inLog.matches("yes|waiting|no")) {
      throw new EvidenceRefused("evidence.malformed-manifest");
    }
    return file(item, exhibit, Instant.parse(item.text("received")), inLog, quoted(item));
  }

  private static List<Quoted> quoted(Json.Members item) throws JsonRefused, EvidenceRefused {
    var quoted = new ArrayList<Quoted>();
    if (!item.members().containsKey("quoted")) {
      return quoted;
    }
    try {
      for (var one : limited(item.list("quoted"))) {
        var lines = one.object();
        quoted.add(
            new Quoted(
                lines.integer("first_line"),
                lines.integer("last_line"),
                lines.integer("offset"),
                lines.integer("length"),
                Hash.parseHex(lines.text("sha256"))));
      }
    } catch (LedgerRefused | IllegalArgumentException e) {
      throw new EvidenceRefused("evidence.malformed-manifest");
    }
    return quoted;
  }

  private static Listed file(
      Json.Members file, String exhibit, Instant received, String inLog, List<Quoted> quoted)
      throws JsonRefused, EvidenceRefused {
    var path = file.text("path");
    if (!PackageNames.isPath(path) || !path.startsWith(PackageNames.PAYLOAD)) {
      throw new EvidenceRefused("evidence.malformed-manifest");
    }
    return new Listed(
        path,
        exhibit,
        file.text("sha256"),
        file.text("sha512"),
        file.integer("length"),
        received,
        inLog,
        List.copyOf(quoted));
  }
}
