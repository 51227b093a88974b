package org.vigie.imports.proofmode;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.imports.Claim;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;
import org.vigie.imports.media.Pieces;
import org.vigie.imports.openpgp.Detached;
import org.vigie.imports.openpgp.PublicKeys;
import org.vigie.imports.zip.Archive;

/**
 * What a ProofMode bundle says of the media in it, whether it is about those bytes, and whether its
 * signatures hold with the key in it. Anybody can make such a key and write such notes.
 */
public final class Bundle {

  private static final int MOST_PROOFS = 20;
  private static final int MOST_FILES = 200;
  private static final long MOST_BYTES = 1L << 30;
  private static final int LARGEST_PROOF = 256 * 1024;
  private static final int MOST_VALUES = 40;

  private final List<Container.Member> members;
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final PublicKeys keys;

  private Bundle(List<Container.Member> members) throws IOException {
    this.members = members;
    this.keys = keys(members);
  }

  /** What a file says; nothing if it is no such bundle. */
  public static List<Claim> of(Source source) throws IOException {
    if (!Archive.recognises(Pieces.read(source, 0, 16))) {
      return List.of();
    }
    try {
      var limits = ImportLimits.USUAL.withInflatedBytes(MOST_BYTES);
      var members = Archive.open(source, limits, new Budget(MOST_BYTES)).members();
      if (members.size() > MOST_FILES || members.stream().noneMatch(Bundle::isProof)) {
        return List.of();
      }
      var bundle = new Bundle(members);
      bundle.read();
      return List.copyOf(bundle.claims);
    } catch (ImportRefused | ArchiveLimit noArchive) {
      return List.of();
    }
  }

  private static boolean isProof(Container.Member member) {
    return member.name().endsWith(".proof.json") || member.name().endsWith(".proof.csv");
  }

  private static String base(String name) {
    return name.replaceFirst("\\.proof\\.(json|csv)$", "");
  }

  private static PublicKeys keys(List<Container.Member> members) throws IOException {
    for (var member : members) {
      if (member.name().toLowerCase(Locale.ROOT).endsWith("pubkey.asc")) {
        return PublicKeys.of(small(member));
      }
    }
    return PublicKeys.of(new byte[0]);
  }

  private static byte[] small(Container.Member member) throws IOException {
    try (var in = member.source().open(0)) {
      return in.readNBytes(LARGEST_PROOF);
    }
  }

  private void read() throws IOException {
    var bases = new LinkedHashSet<String>();
    members.stream().filter(Bundle::isProof).forEach(member -> bases.add(base(member.name())));
    var n = 0;
    for (var base : bases) {
      if (++n <= MOST_PROOFS) {
        proof(n == 1 ? "bundle" : "bundle#" + n, base);
      }
    }
  }

  private Optional<Container.Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  private void proof(String about, String base) throws IOException {
    var json = member(base + ".proof.json");
    var csv = member(base + ".proof.csv");
    var values = new LinkedHashMap<String, String>();
    if (json.isPresent()) {
      values.putAll(Notes.json(small(json.get())));
    }
    if (values.isEmpty() && csv.isPresent()) {
      values.putAll(Notes.csv(small(csv.get())));
    }
    var wanted = values.getOrDefault("File Hash SHA256", "").toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return;
    }
    var media = media(wanted);
    say(about, "proof.file", media.isPresent() ? "matches" : others() ? "differs" : "missing");
    media.ifPresent(member -> say(about, "proof.name", member.name()));
    signatures(about, base, media);
    say(about, "proof.ots", member(base + ".ots").isPresent() ? "yes" : "");
    values.forEach((name, value) -> tell(about, name, value));
  }

  private void say(String about, String name, String value) {
    if (!value.isBlank()) {
      claims.add(new Claim(about, name, value));
    }
  }

  private void tell(String about, String name, String value) {
    var many = claims.stream().filter(claim -> claim.about().equals(about)).count();
    if (!value.isBlank() && many < MOST_VALUES + 10) {
      say(about, Notes.tellsPlace(name) ? "place.proof" : "proof.says", name + ": " + value);
    }
  }

  private static boolean isMedia(Container.Member member) {
    var name = member.name().toLowerCase(Locale.ROOT);
    return !name.matches(".*\\.(asc|csv|json|ots|gst|txt|html|sh|pdf|devicecheck|attest)");
  }

  private boolean others() {
    return members.stream().anyMatch(Bundle::isMedia);
  }

  private Optional<Container.Member> media(String wanted) throws IOException {
    for (var member : members) {
      if (isMedia(member) && hash(member).equals(wanted)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  private String hash(Container.Member member) throws IOException {
    var known = hashes.get(member.name());
    if (known != null) {
      return known;
    }
    try (var in = member.source().open(0)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var block = new byte[64 * 1024];
      for (var read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      var hash = HexFormat.of().formatHex(digest.digest());
      hashes.put(member.name(), hash);
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signatures(String about, String base, Optional<Container.Member> media)
      throws IOException {
    var outcomes = new ArrayList<Detached.Outcome>();
    for (var suffix : List.of(".proof.json", ".proof.csv")) {
      check(about, member(base + suffix + ".asc"), member(base + suffix), outcomes);
    }
    check(about, member(base + ".asc"), media, outcomes);
    say(about, "proof.signature", verdict(outcomes));
    say(about, "proof.key", keys.fingerprint());
  }

  private static String verdict(List<Detached.Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return "none";
    }
    if (outcomes.contains(Detached.Outcome.FAILS)) {
      return "fails";
    }
    return outcomes.contains(Detached.Outcome.UNKNOWN) ? "unknown" : "holds";
  }

  private void check(
      String about,
      Optional<Container.Member> signature,
      Optional<Container.Member> signed,
      List<Detached.Outcome> outcomes)
      throws IOException {
    if (signature.isEmpty() || signed.isEmpty()) {
      return;
    }
    var read = Detached.of(small(signature.get()));
    if (read.isEmpty()) {
      outcomes.add(Detached.Outcome.UNKNOWN);
      return;
    }
    try (InputStream in = signed.get().source().open(0)) {
      var outcome = read.get().check(keys, in);
      outcomes.add(outcome);
      if (outcome == Detached.Outcome.FAILS) {
        say(about, "proof.broken", signed.get().name());
      }
    }
    var made = read.get().made();
    if (made.isPresent() && claims.stream().noneMatch(claim -> about(claim, about))) {
      say(about, "proof.signed-at", made.get().toString());
    }
  }

  private static boolean about(Claim claim, String about) {
    return claim.about().equals(about) && claim.name().equals("proof.signed-at");
  }
}
