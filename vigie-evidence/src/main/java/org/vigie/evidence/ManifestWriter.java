package org.vigie.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonWriter;

/** Writes {@code manifest.json}: docs/formats/evidence-package.md. */
final class ManifestWriter {

  static final String FORMAT = "vigie-evidence@1";

  private ManifestWriter() {}

  /** The manifest; {@code signer} is the name of the key that will sign the sums, or empty. */
  static byte[] write(EvidencePackage contents, Map<String, Fingerprint> files, String signer) {
    var items = contents.items().stream().map(item -> item(item, files)).toList();
    var documents = contents.documents().stream().map(doc -> document(doc, files)).toList();
    return JsonWriter.write(
        Json.of(
            Map.of(
                "created", time(contents.created()),
                "documents", Json.of(documents),
                "format", Json.of(FORMAT),
                "items", Json.of(items),
                "name", Json.of(contents.name()),
                "purpose", Json.of(contents.purpose()),
                "recipient", Json.of(contents.recipient()),
                "signed_by", Json.of(signer))));
  }

  private static Json item(Item item, Map<String, Fingerprint> files) {
    var provenance = item.provenance();
    var members = file(item.path(), item.mediaType(), files);
    members.put("exhibit", Json.of(item.exhibit()));
    members.put("received", time(provenance.received()));
    members.put("method", Json.of(provenance.method()));
    members.put("is_original", Json.of(provenance.original()));
    members.put("unchecked", Json.of(provenance.unchecked()));
    members.put("custody", Json.of(item.custody().stream().map(ManifestWriter::event).toList()));
    members.put("in_log", Json.of(item.intake() == null ? "no" : state(item.intake())));
    if (!item.quoted().isEmpty()) {
      members.put("quoted", Json.of(item.quoted().stream().map(ManifestWriter::quoted).toList()));
    }
    members.putAll(obtained(provenance.obtained()));
    var source = provenance.derivedFrom();
    if (source != null) {
      members.put(
          "derived_from",
          Json.of(Map.of("exhibit", Json.of(source.exhibit()), "tool", Json.of(source.tool()))));
    }
    return Json.of(members);
  }

  /** Only what somebody said: an absent member is an unanswered question, never a no. */
  private static Map<String, Json> obtained(Obtained obtained) {
    var said = new TreeMap<String, Json>();
    said.put("method_code", Json.of(obtained.how()));
    said.put("copy", Json.of(obtained.copy()));
    said.put("recorder", Json.of(obtained.recorder()));
    said.put("authority_involvement", Json.of(obtained.authority()));
    said.put("obtained", Json.of(obtained.when()));
    said.values().removeIf(Json.of("")::equals);
    var from = obtained.takenFrom();
    if (from != null) {
      said.put("taken_from", Json.of(from));
    }
    return said;
  }

  private static Json quoted(Quoted quoted) {
    return Json.of(
        Map.of(
            "first_line", Json.of(quoted.firstLine()),
            "last_line", Json.of(quoted.lastLine()),
            "offset", Json.of(quoted.offset()),
            "length", Json.of(quoted.length()),
            "sha256", Json.of(quoted.sha256().toString())));
  }

  private static String state(Intake intake) {
    return intake.proof() == null ? "waiting" : "yes";
  }

  private static Json document(Document document, Map<String, Fingerprint> files) {
    var members = file(document.path(), document.mediaType(), files);
    members.put("about", Json.of(document.about()));
    return Json.of(members);
  }

  private static Map<String, Json> file(
      String path, String mediaType, Map<String, Fingerprint> files) {
    var fingerprint = files.get(path);
    if (fingerprint == null) {
      throw new IllegalStateException("Every content is read before the manifest is written");
    }
    var members = new TreeMap<String, Json>();
    members.put("path", Json.of(path));
    members.put("sha256", Json.of(fingerprint.sha256().toString()));
    members.put("sha512", Json.of(fingerprint.sha512()));
    members.put("length", Json.of(fingerprint.length()));
    members.put("media_type", Json.of(mediaType));
    return members;
  }

  private static Json event(CustodyEvent event) {
    return Json.of(
        Map.of("at", time(event.at()), "event", Json.of(event.event()), "by", Json.of(event.by())));
  }

  private static Json time(Instant at) {
    return Json.of(at.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
