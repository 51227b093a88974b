package org.vigie.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.kernel.Secret;

/** The vectors of C2SP/CCTV: what age opens we open, what it refuses we refuse. */
class AgeVectorsTest {

  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String ONE_CHUNK =
      "a68cb6fa0b2e2a8d1abd54fcb26ff31fe16166ed38688bffa681e617813b781a";
  private static final Map<String, String> A_CHUNK_LESS =
      Map.of(
          "armor_garbage_encoded", NOTHING,
          "stream_no_final_full", NOTHING,
          "stream_no_final_two_chunks_full", ONE_CHUNK,
          "stream_trailing_garbage_long", NOTHING,
          "stream_trailing_garbage_short", NOTHING,
          "stream_two_final_chunks", NOTHING,
          "stream_two_final_chunks_full", NOTHING,
          "stream_two_final_chunks_second", ONE_CHUNK);

  static Stream<String> vectors() {
    return new String(TestBytes.resource("cctv-age.txt"), StandardCharsets.US_ASCII).lines();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agrees_with_age(String name) throws Exception {
    var in = new ByteArrayInputStream(TestBytes.resource("cctv-age/" + name));
    var keys = new HashMap<String, String>();
    var identities = new ArrayList<Identity>();
    readHead(in, keys, identities);
    var body = "zlib".equals(keys.get("compressed")) ? new InflaterInputStream(in) : in;
    var released = new ByteArrayOutputStream();
    var outcome =
        keys.containsKey("armored")
            ? openArmored(body, identities, released)
            : open(body, identities, released);
    switch (Objects.requireNonNull(keys.get("expect"))) {
      case "success" -> assertThat(outcome).isEqualTo("opened");
      case "payload failure" -> assertThat(outcome).isIn("seal.tampered", "seal.truncated");
      case "HMAC failure" -> assertThat(outcome).isEqualTo("seal.tampered");
      case "no match" -> assertThat(outcome).isIn("seal.not-for-you", "seal.wrong-passphrase");
      case "armor failure" -> assertThat(outcome).isIn("seal.malformed", "seal.truncated");
      case "header failure" ->
          assertThat(outcome)
              .isIn(
                  "seal.malformed",
                  "seal.truncated",
                  "seal.tampered",
                  "seal.too-much-work",
                  "seal.not-for-you");
      default -> fail("a vector of an unknown kind");
    }
    if (keys.containsKey("payload")) {
      // We read one chunk ahead, so of a broken file we may release one chunk less than age does.
      var less =
          outcome.equals("opened")
              ? keys.get("payload")
              : A_CHUNK_LESS.getOrDefault(name, keys.get("payload"));
      assertThat(TestBytes.hex(Digests.sha256(released.toByteArray())))
          .isIn(keys.get("payload"), less);
    }
  }

  private static String openArmored(
      InputStream in, List<Identity> identities, ByteArrayOutputStream out) throws IOException {
    return open(Armor.off(in), identities, out);
  }

  private static String open(InputStream in, List<Identity> identities, ByteArrayOutputStream out)
      throws IOException {
    try (var opening = AgeFile.open(in, identities)) {
      opening.transferTo(out);
      return "opened";
    } catch (SealRefused refused) {
      return refused.key();
    } catch (BrokenSealException broken) {
      return broken.refusal().key();
    }
  }

  private static void readHead(InputStream in, Map<String, String> keys, List<Identity> identities)
      throws IOException, SealRefused {
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var parts = line.split(": ", 2);
      keys.put(parts[0], parts[1]);
      if (parts[0].equals("identity")) {
        identities.add(Identity.parse(parts[1]));
      }
      if (parts[0].equals("passphrase")) {
        identities.add(
            new PassphraseIdentity(Secret.take(parts[1].getBytes(StandardCharsets.UTF_8))));
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var octet = in.read(); octet > 0 && octet != '\n'; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString();
  }
}
