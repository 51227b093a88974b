package org.vigie.imports.c2pa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Source;
import org.vigie.imports.media.Piece;
import org.vigie.imports.media.Pieces;

/**
 * Whether the bytes of a file are those that a manifest was made for (C2PA 2.1, sections 9.2 and
 * 18.5 to 18.7). Protects against a manifest that was put on another picture, and against one that
 * leaves out more of the file than itself without its showing.
 */
final class Binding {

  private static final int MOST_EXCLUSIONS = 1_000;
  private static final int BLOCK = 64 * 1024;

  /** Boxes that every manifest of a film leaves out (C2PA 2.1, section 9.2.3). */
  private static final Set<String> ALWAYS_LEFT = Set.of("ftyp", "mfra");

  private final Source source;
  private final Store store;

  Binding(Source source, Store store) {
    this.source = source;
    this.store = store;
  }

  /**
   * How it ended.
   *
   * @param code {@code matches}, {@code differs}, {@code partly}, {@code unknown} or {@code
   *     elsewhere}
   * @param left bytes outside of the manifests that nobody signed
   */
  record Outcome(String code, long left) {
    private static final Outcome UNKNOWN = new Outcome("unknown", 0);
  }

  /** Bytes that are hashed, after a number where {@code marked}. */
  private record Part(long from, long to, boolean marked) {}

  /** Checks {@code c2pa.hash.data}. */
  Outcome data(Map<String, Object> assertion, String usual) throws IOException {
    var left = new ArrayList<Store.Span>();
    for (var one : Cbor.list(assertion.getOrDefault("exclusions", List.of()))) {
      var span = Cbor.map(one);
      if (!(span.get("start") instanceof Long start)
          || !(span.get("length") instanceof Long length)
          || start < 0
          || length < 0
          || length > source.length() - start
          || left.size() > MOST_EXCLUSIONS) {
        return new Outcome("differs", 0);
      }
      left.add(new Store.Span(start, start + length));
    }
    if (store.beside()) {
      return new Outcome("elsewhere", 0);
    }
    return hashed(assertion, usual, parts(left), left);
  }

  private List<Part> parts(List<Store.Span> left) {
    var sorted = new ArrayList<>(left);
    sorted.sort(Comparator.comparingLong(Store.Span::from));
    var parts = new ArrayList<Part>();
    var at = 0L;
    for (var span : sorted) {
      if (span.from() > at) {
        parts.add(new Part(at, span.from(), false));
      }
      at = Math.max(at, span.to());
    }
    parts.add(new Part(at, source.length(), false));
    return parts;
  }

  /** Checks {@code c2pa.hash.bmff}: whole boxes are left out, the others hashed one by one. */
  Outcome boxes(Map<String, Object> assertion, String usual, boolean marked) throws IOException {
    if (store.beside()) {
      return new Outcome("elsewhere", 0);
    }
    if (assertion.containsKey("merkle")) {
      return Outcome.UNKNOWN; // parts of films that are sent one by one
    }
    var rules = new ArrayList<Map<String, Object>>();
    for (var one : Cbor.list(assertion.getOrDefault("exclusions", List.of()))) {
      var rule = Cbor.map(one);
      var path = Cbor.text(rule.getOrDefault("xpath", ""));
      if (!path.matches("/[^/\\[\\]]{4}") || known(rule.get("subset"))) {
        if (path.matches("/[^/]{4}(/.*)?") && !present(path)) {
          continue;
        }
        return Outcome.UNKNOWN;
      }
      rules.add(rule);
    }
    var left = new ArrayList<Store.Span>();
    var parts = new ArrayList<Part>();
    for (var box : Pieces.of(source).all()) {
      if (left(box, rules)) {
        if (!ALWAYS_LEFT.contains(box.name())) {
          left.add(new Store.Span(box.at(), box.end()));
        }
      } else {
        parts.add(new Part(box.at(), box.end(), marked));
      }
    }
    return hashed(assertion, usual, parts, left);
  }

  private static boolean known(@Nullable Object value) {
    return value != null && !value.equals(Cbor.NOTHING);
  }

  private boolean present(String path) throws IOException {
    return !Pieces.of(source).named(path.substring(1, 5)).isEmpty();
  }

  private boolean left(Piece box, List<Map<String, Object>> rules) throws IOException {
    for (var rule : rules) {
      if (Cbor.text(rule.getOrDefault("xpath", "")).equals("/" + box.name()) && fits(box, rule)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Piece box, Map<String, Object> rule) throws IOException {
    if (rule.get("length") instanceof Long length && length != box.length()) {
      return false;
    }
    var data = rule.get("data");
    for (var one : data == null ? List.of() : Cbor.list(data)) {
      var wanted = Cbor.map(one);
      var value = Cbor.bytes(wanted.getOrDefault("value", ""));
      var at = wanted.get("offset") instanceof Long offset ? offset : -1;
      if (at < 0
          || at + value.length > box.length()
          || !MessageDigest.isEqual(value, Pieces.read(source, box.at() + at, value.length))) {
        return false;
      }
    }
    return true;
  }

  private Outcome hashed(
      Map<String, Object> assertion, String usual, List<Part> parts, List<Store.Span> left)
      throws IOException {
    var name = Cbor.text(assertion.getOrDefault("alg", usual));
    var digest = digest(name);
    if (digest == null) {
      return Outcome.UNKNOWN;
    }
    for (var part : parts) {
      if (part.marked()) {
        digest.update(ByteBuffer.allocate(8).putLong(0, part.from()));
      }
      update(digest, part);
    }
    var wanted = Cbor.bytes(assertion.getOrDefault("hash", ""));
    if (wanted.length == 0 || !MessageDigest.isEqual(wanted, digest.digest())) {
      return new Outcome("differs", 0);
    }
    var beyond = beyond(left);
    return new Outcome(beyond > 0 ? "partly" : "matches", beyond);
  }

  private void update(MessageDigest digest, Part part) throws IOException {
    if (part.from() >= part.to()) {
      return;
    }
    var block = new byte[BLOCK];
    try (InputStream in = source.open(part.from())) {
      for (var rest = part.to() - part.from(); rest > 0; ) {
        var read = in.read(block, 0, (int) Math.min(block.length, rest));
        if (read < 0) {
          return;
        }
        digest.update(block, 0, read);
        rest -= read;
      }
    }
  }

  /** Bytes that are left out though no manifest lies there. */
  private long beyond(List<Store.Span> left) {
    var sorted = new ArrayList<>(left);
    sorted.sort(Comparator.comparingLong(Store.Span::from));
    var beyond = 0L;
    var at = 0L;
    for (var span : sorted) {
      var from = Math.max(at, span.from());
      if (from < span.to()) {
        beyond += span.to() - from - within(from, span.to());
        at = span.to();
      }
    }
    return beyond;
  }

  private long within(long from, long to) {
    return store.places().stream()
        .mapToLong(place -> Math.max(0, Math.min(to, place.to()) - Math.max(from, place.from())))
        .sum();
  }

  /** A hash function that C2PA allows; null for another. */
  static @Nullable MessageDigest digest(String name) {
    var known = Arrays.asList("sha256", "sha384", "sha512");
    var plain = name.toLowerCase(Locale.ROOT);
    if (!known.contains(plain)) {
      return null;
    }
    try {
      return MessageDigest.getInstance("SHA-" + plain.substring(3));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
