package org.vigie.imports.c2pa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.imports.Claim;
import org.vigie.imports.Source;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;

/**
 * What Content Credentials in a file say, and whether they fit: the newest manifest is told whole,
 * those before it are counted. Says nothing about whether any of it is true, nor whether whoever
 * signed is who the certificate names.
 */
public final class Credentials {

  private static final String ABOUT = "manifest";
  private static final int MOST = 60;
  private static final int MOST_JSON = 64 * 1024;

  private final Source source;
  private final Store store;
  private final List<Claim> claims = new ArrayList<>();
  private String usual = "sha256";
  private boolean bound;

  private Credentials(Source source, Store store) {
    this.source = source;
    this.store = store;
  }

  /** What a file says; nothing if it has no manifests. */
  public static List<Claim> of(Source source) throws IOException {
    var store = Store.of(source);
    if (store.isEmpty()) {
      return List.of();
    }
    var credentials = new Credentials(source, store.get());
    try {
      credentials.read();
    } catch (Malformed broken) {
      credentials.say("c2pa.unreadable", "yes");
    }
    return List.copyOf(credentials.claims);
  }

  private void say(String name, String value) {
    if (!value.isBlank() && claims.size() < MOST) {
      claims.add(new Claim(ABOUT, name, value));
    }
  }

  private void read() throws Malformed, IOException {
    var manifests = manifests();
    var active = manifests.getLast();
    var claimBox = claim(active).orElseThrow(() -> new Malformed("no claim"));
    var encoded = claimBox.content("cbor");
    var claim = Cbor.map(Cbor.read(encoded));
    usual = claim.containsKey("alg") ? Cbor.text(claim.get("alg")) : usual;
    signature(active, encoded);
    assertions(active, claim);
    say("c2pa.binding", bound ? "" : "none");
    about(claim);
    if (manifests.size() > 1) {
      say("c2pa.earlier", Integer.toString(manifests.size() - 1));
    }
  }

  private List<Jumbf> manifests() throws Malformed {
    var stores = Jumbf.read(store.bytes());
    if (stores.isEmpty() || stores.getFirst().superboxes().isEmpty()) {
      throw new Malformed("no manifest");
    }
    return stores.getFirst().superboxes();
  }

  private static Optional<Jumbf> claim(Jumbf manifest) {
    return manifest.find("c2pa.claim.v2").or(() -> manifest.find("c2pa.claim"));
  }

  private void about(Map<String, Object> claim) {
    say("c2pa.title", Cbor.text(claim.getOrDefault("dc:title", "")));
    var info = claim.getOrDefault("claim_generator_info", List.of());
    for (var one : info instanceof Map<?, ?> ? List.of(info) : Cbor.list(info)) {
      var named = Cbor.map(one);
      var version = Cbor.text(named.getOrDefault("version", ""));
      say("c2pa.generator", (Cbor.text(named.getOrDefault("name", "")) + " " + version).strip());
    }
    if (claims.stream().noneMatch(said -> said.name().equals("c2pa.generator"))) {
      say("c2pa.generator", Cbor.text(claim.getOrDefault("claim_generator", "")));
    }
  }

  private void signature(Jumbf manifest, byte[] claim) {
    var box = manifest.find("c2pa.signature");
    if (box.isEmpty()) {
      say("c2pa.signature", "none");
      return;
    }
    try {
      var signature = CoseSignature.parse(box.get().content("cbor"));
      var outcome =
          switch (signature.check(claim)) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case UNKNOWN -> "unknown";
          };
      say("c2pa.signature", outcome);
      say("c2pa.signed-how", signature.algorithm());
      if (!signature.chain().isEmpty()) {
        signer(signature.chain().getFirst(), signature.chain().size());
      }
      say("c2pa.stamp", signature.stamped() ? "yes" : "");
    } catch (Malformed broken) {
      say("c2pa.signature", "unknown");
    }
  }

  private void signer(X509Certificate certificate, int chain) {
    var subject = certificate.getSubjectX500Principal().getName();
    var issuer = certificate.getIssuerX500Principal().getName();
    say("c2pa.signed-by", subject.isEmpty() ? "–" : subject);
    say("c2pa.issued-by", issuer.equals(subject) ? "" : issuer);
    say("c2pa.self-issued", issuer.equals(subject) ? "yes" : "");
    say(
        "c2pa.valid",
        certificate.getNotBefore().toInstant() + " – " + certificate.getNotAfter().toInstant());
    say("c2pa.chain", Integer.toString(chain));
  }

  private void assertions(Jumbf manifest, Map<String, Object> claim) throws IOException {
    var boxes = manifest.find("c2pa.assertions");
    var changed = 0;
    for (var list : List.of("assertions", "created_assertions", "gathered_assertions")) {
      for (var one : Cbor.list(claim.getOrDefault(list, List.of()))) {
        var named = Cbor.map(one);
        var url = Cbor.text(named.getOrDefault("url", ""));
        var label = url.substring(url.lastIndexOf('/') + 1);
        var box = boxes.flatMap(all -> all.find(label));
        if (box.isEmpty() || !fits(box.get(), named)) {
          changed++;
          say(box.isEmpty() ? "c2pa.missing" : "c2pa.changed", label);
        } else {
          tell(label, box.get());
        }
      }
    }
    say("c2pa.parts", changed == 0 ? "fit" : "differ");
  }

  private boolean fits(Jumbf box, Map<String, Object> named) {
    var digest = Binding.digest(Cbor.text(named.getOrDefault("alg", usual)));
    return digest != null
        && MessageDigest.isEqual(
            digest.digest(box.body()), Cbor.bytes(named.getOrDefault("hash", "")));
  }

  private void tell(String label, Jumbf box) throws IOException {
    var kind = label.replaceFirst("__\\d+$", "");
    try {
      var cbor = box.content("cbor");
      var body = cbor.length == 0 ? Map.<String, Object>of() : Cbor.map(Cbor.read(cbor));
      if (kind.equals("c2pa.hash.data")) {
        bound(new Binding(source, store).data(body, usual), body);
      } else if (kind.startsWith("c2pa.hash.bmff")) {
        var marked = !kind.equals("c2pa.hash.bmff");
        bound(new Binding(source, store).boxes(body, usual, marked), body);
      } else if (kind.startsWith("c2pa.hash.")) {
        bound(new Binding.Outcome("unknown", 0), body);
      } else if (kind.startsWith("c2pa.actions")) {
        Cbor.list(body.getOrDefault("actions", List.of())).forEach(this::action);
      } else if (kind.startsWith("c2pa.ingredient")) {
        say("c2pa.ingredient", ingredient(body));
      } else {
        other(label, box);
      }
    } catch (Malformed broken) {
      say("c2pa.other", label);
    }
  }

  private void bound(Binding.Outcome outcome, Map<String, Object> body) {
    bound = true;
    say("c2pa.binding", outcome.code());
    if (outcome.left() > 0) {
      say("c2pa.left", Long.toString(outcome.left()));
    }
    var hash = Cbor.bytes(body.getOrDefault("hash", ""));
    if (outcome.code().equals("elsewhere")) {
      say("c2pa.of", java.util.HexFormat.of().formatHex(hash));
    }
  }

  private static String ingredient(Map<String, Object> body) {
    var title = Cbor.text(body.getOrDefault("dc:title", body.getOrDefault("title", "")));
    var relation = Cbor.text(body.getOrDefault("relationship", ""));
    return relation.isEmpty() ? title : title + " (" + relation + ")";
  }

  private void action(Object one) {
    var action = Cbor.map(one);
    var agent = action.getOrDefault("softwareAgent", "");
    var by = agent instanceof Map<?, ?> ? Cbor.map(agent).getOrDefault("name", "") : agent;
    var parts =
        List.of(
            Cbor.text(action.getOrDefault("action", "")),
            Cbor.text(action.getOrDefault("when", "")),
            Cbor.text(by));
    say("c2pa.action", String.join(" · ", parts.stream().filter(part -> !part.isEmpty()).toList()));
  }

  /** Statements as JSON: who made it, and what a camera wrote. Where it was is kept apart. */
  private void other(String label, Jumbf box) throws IOException {
    var json = box.content("json");
    if (json.length == 0 || json.length > MOST_JSON) {
      say("c2pa.other", label);
      return;
    }
    try {
      var pull = new JsonPull(new ByteArrayInputStream(json), 0, Claim.LONGEST);
      var tree = new JsonTree(pull, Set.of("@context", "credential"), MOST_JSON).read(pull.next());
      flat("", tree instanceof Json.Members members ? members : Json.Members.NONE);
    } catch (MalformedJson | IllegalStateException broken) {
      say("c2pa.other", label);
    }
  }

  private void flat(String path, Json json) {
    switch (json) {
      case Json.Members members ->
          members
              .members()
              .forEach((name, value) -> flat(path.isEmpty() ? name : path + "." + name, value));
      case Json.Items items -> items.all().forEach(item -> flat(path, item));
      case Json.Scalar scalar -> {
        var lower = path.toLowerCase(java.util.Locale.ROOT);
        var place = lower.contains("gps") || lower.contains("location") || lower.contains("geo");
        if (!path.endsWith("@type")) {
          say(place ? "place.manifest" : "c2pa.says", path + ": " + scalar.text());
        }
      }
    }
  }
}
