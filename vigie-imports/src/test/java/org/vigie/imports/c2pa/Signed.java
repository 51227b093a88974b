package org.vigie.imports.c2pa;

import static org.vigie.imports.c2pa.Written.box;
import static org.vigie.imports.c2pa.Written.cbor;
import static org.vigie.imports.c2pa.Written.joined;
import static org.vigie.imports.c2pa.Written.superbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes pictures with Content Credentials, signed with keys of its own. */
final class Signed {

  private static final byte[] ED25519 = {6, 3, 0x2b, 0x65, 0x70};
  static final byte[] C2PA_UUID = {
    (byte) 0xD8,
    (byte) 0xFE,
    (byte) 0xC3,
    (byte) 0xD6,
    0x1B,
    0x0E,
    0x48,
    0x3C,
    (byte) 0x92,
    (byte) 0x97,
    0x58,
    0x28,
    (byte) 0x87,
    0x7E,
    (byte) 0xC4,
    (byte) 0x81
  };
  private static final byte[] PICTURE =
      joined(
          new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 6, 'n', 'o', 't', 'e'},
          new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2, 1, 2, 3, (byte) 0xFF, (byte) 0xD9});

  /** What is done to a manifest before it is signed, or after. */
  record Wishes(
      String how, boolean changedAssertion, long alsoLeft, boolean foreignKey, boolean issued) {
    static final Wishes NONE = new Wishes("EdDSA", false, 0, false);

    Wishes(String how, boolean changedAssertion, long alsoLeft, boolean foreignKey) {
      this(how, changedAssertion, alsoLeft, foreignKey, false);
    }

    Wishes how(String other) {
      return new Wishes(other, changedAssertion, alsoLeft, foreignKey, issued);
    }

    /** With the certificate of an authority and something that calls itself a time stamp. */
    Wishes byAuthority() {
      return new Wishes(how, changedAssertion, alsoLeft, foreignKey, true);
    }
  }

  private final Wishes wishes;
  private final KeyPair keys;
  private final List<byte[]> chain;

  Signed(Wishes wishes) throws GeneralSecurityException {
    this.wishes = wishes;
    this.keys = keys(wishes.how());
    // Whatever signs the certificate, only its key counts here.
    var issuer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var shown = wishes.foreignKey() ? keys(wishes.how()) : keys;
    var pair = new KeyPair(shown.getPublic(), issuer.getPrivate());
    var camera = "A Camera Nobody Knows";
    var authority = "An Authority Nobody Knows";
    this.chain =
        wishes.issued()
            ? List.of(
                Der.certificate(camera, authority, pair, "Ed25519", ED25519),
                Der.certificate(authority, issuer, "Ed25519", ED25519))
            : List.of(Der.certificate(camera, pair, "Ed25519", ED25519));
  }

  private static KeyPair keys(String how) throws GeneralSecurityException {
    var generator =
        switch (how.substring(0, 2)) {
          case "ES" -> {
            var curves = KeyPairGenerator.getInstance("EC");
            var curve = how.equals("ES256") ? "secp256r1" : "secp384r1";
            curves.initialize(new ECGenParameterSpec(curve));
            yield curves;
          }
          case "PS" -> {
            var rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            yield rsa;
          }
          default -> KeyPairGenerator.getInstance("Ed25519");
        };
    return generator.generateKeyPair();
  }

  /** A JPEG with its manifests in the first segments. */
  byte[] jpeg() throws GeneralSecurityException {
    var length = segments(store(new byte[32], 2, 0)).length;
    var hash = sha256(new byte[] {(byte) 0xFF, (byte) 0xD8}, without(PICTURE));
    return joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, segments(store(hash, 2, length)), PICTURE);
  }

  private byte[] without(byte[] rest) {
    var from = (int) wishes.alsoLeft();
    return java.util.Arrays.copyOfRange(rest, from, rest.length);
  }

  /** A PNG with its manifests in a chunk. */
  byte[] png() throws GeneralSecurityException {
    var head = joined("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    var tail = chunk("IEND", new byte[0]);
    var length = chunk("caBX", store(new byte[32], 8, 0)).length;
    var hash = sha256(head, without(tail));
    return joined(head, chunk("caBX", store(hash, 8, length)), tail);
  }

  /** A film with its manifests in a box; every box but it and the first is hashed. */
  byte[] mp4() throws GeneralSecurityException {
    var first = box("ftyp", "isomiso2".getBytes(StandardCharsets.US_ASCII));
    var last = box("mdat", "frames".getBytes(StandardCharsets.US_ASCII));
    var place = first.length + (long) uuid(boxStore(new byte[32])).length;
    var mark = ByteBuffer.allocate(8).putLong(place).array();
    return joined(first, uuid(boxStore(sha256(mark, last))), last);
  }

  /** Manifests of a picture that lies elsewhere. */
  byte[] sidecar(byte[] picture) throws GeneralSecurityException {
    return store(sha256(picture), 0, 0);
  }

  private static byte[] uuid(byte[] store) {
    var purpose = "manifest\0".getBytes(StandardCharsets.US_ASCII);
    return box("uuid", C2PA_UUID, new byte[4], purpose, new byte[8], store);
  }

  private static byte[] chunk(String name, byte[] content) {
    var type = name.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(type);
    crc.update(content);
    var b = ByteBuffer.allocate(12 + content.length).putInt(content.length);
    return b.put(type).put(content).putInt((int) crc.getValue()).array();
  }

  /** Two segments, so that a box is parted. */
  private static byte[] segments(byte[] store) {
    var half = store.length / 2;
    var first = java.util.Arrays.copyOf(store, half);
    var second = java.util.Arrays.copyOfRange(store, half, store.length);
    var again = java.util.Arrays.copyOf(store, 8);
    return joined(segment(1, first), segment(2, joined(again, second)));
  }

  private static byte[] segment(int number, byte[] part) {
    var b = ByteBuffer.allocate(12 + part.length);
    b.put((byte) 0xFF).put((byte) 0xEB).putShort((short) (10 + part.length));
    return b.put((byte) 'J').put((byte) 'P').putShort((short) 9).putInt(number).put(part).array();
  }

  static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(joined(parts));
  }

  private byte[] store(byte[] hash, int start, int length) throws GeneralSecurityException {
    var left = Map.of("start", start, "length", length + wishes.alsoLeft());
    var binding = new LinkedHashMap<String, Object>();
    binding.put("exclusions", length == 0 && start == 0 ? List.of() : List.of(left));
    binding.put("alg", "sha256");
    binding.put("hash", hash);
    // Numbers grow with what they count: what is added here keeps the length the same.
    var grown = cbor(binding).length;
    binding.put("pad", new byte[200 - grown]);
    return manifests("c2pa.hash.data", cbor(binding));
  }

  private byte[] boxStore(byte[] hash) throws GeneralSecurityException {
    var mark = Map.of("offset", 8, "value", C2PA_UUID);
    var binding = new LinkedHashMap<String, Object>();
    binding.put(
        "exclusions",
        List.of(
            Map.of("xpath", "/uuid", "data", List.of(mark)),
            Map.of("xpath", "/ftyp"),
            Map.of("xpath", "/meta/iloc")));
    binding.put("alg", "sha256");
    binding.put("hash", hash);
    return manifests("c2pa.hash.bmff.v2", cbor(binding));
  }

  private byte[] manifests(String bindingLabel, byte[] binding) throws GeneralSecurityException {
    var action = Map.of("action", "c2pa.created", "when", "2026-02-03T10:15:00Z");
    var assertions = new LinkedHashMap<String, byte[]>();
    assertions.put(bindingLabel, part("cbor", bindingLabel, binding));
    assertions.put(
        "c2pa.actions", part("cbor", "c2pa.actions", cbor(Map.of("actions", List.of(action)))));
    var exif = "{\"EXIF:GPSLatitude\":\"12,34N\",\"EXIF:Make\":\"Nobody\"}";
    assertions.put("stds.exif", part("json", "stds.exif", exif.getBytes(StandardCharsets.UTF_8)));
    assertions.put(
        "c2pa.ingredient", part("cbor", "c2pa.ingredient", cbor(Map.of("dc:title", "before.jpg"))));
    var named = new ArrayList<Object>();
    for (var one : assertions.entrySet()) {
      var body = java.util.Arrays.copyOfRange(one.getValue(), 8, one.getValue().length);
      var url = "self#jumbf=c2pa.assertions/" + one.getKey();
      named.add(Map.of("url", url, "hash", sha256(body)));
    }
    if (wishes.changedAssertion()) {
      assertions.put(
          "c2pa.actions",
          part("cbor", "c2pa.actions", cbor(Map.of("actions", List.of(Map.of("action", "x"))))));
    }
    var claim = new LinkedHashMap<String, Object>();
    claim.put("dc:title", "street.jpg");
    claim.put("claim_generator", "a camera/1.0");
    claim.put("alg", "sha256");
    claim.put("assertions", named);
    var encoded = cbor(claim);
    var manifest =
        superbox(
            "c2ma",
            "urn:uuid:1",
            superbox("c2as", "c2pa.assertions", assertions.values().toArray(byte[][]::new)),
            superbox("c2cl", "c2pa.claim", box("cbor", encoded)),
            superbox("c2cs", "c2pa.signature", box("cbor", signature(encoded))));
    return superbox("c2pa", "c2pa", manifest);
  }

  private static byte[] part(String kind, String label, byte[] content) {
    return superbox(kind, label, box(kind, content));
  }

  private byte[] signature(byte[] claim) throws GeneralSecurityException {
    var algorithm =
        switch (wishes.how()) {
          case "ES256" -> -7;
          case "ES384" -> -35;
          case "PS256" -> -37;
          default -> -8;
        };
    var header = cbor(Map.of(1, algorithm));
    var signer = signer();
    signer.initSign(keys.getPrivate());
    signer.update(cbor(List.of("Signature1", header, new byte[0], claim)));
    var beside = new LinkedHashMap<String, Object>();
    beside.put("x5chain", List.copyOf(chain));
    if (wishes.issued()) {
      beside.put("sigTst", Map.of("tstTokens", List.of(Map.of("val", new byte[64]))));
    }
    var item = List.of(header, beside, Cbor.NOTHING, signer.sign());
    return cbor(new Cbor.Tagged(18, item));
  }

  private Signature signer() throws GeneralSecurityException {
    if (wishes.how().startsWith("PS")) {
      var pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", new MGF1ParameterSpec("SHA-256"), 32, 1));
      return pss;
    }
    return Signature.getInstance(
        wishes.how().startsWith("ES")
            ? "SHA" + wishes.how().substring(2) + "withECDSAinP1363Format"
            : "Ed25519");
  }
}
