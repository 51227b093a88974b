package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.kernel.Secret;
import org.vigie.matching.text.FragmentCounts;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;
import org.vigie.seal.Digests;
import org.vigie.seal.KeyedTokens;
import org.vigie.seal.PassingKey;
import org.vigie.seal.SealRefused;

/**
 * Turns what messages are joined by into what may leave the process that read them, under a key
 * drawn for one job. Protects identifiers, cases and texts against whoever reads what a job
 * shuffles or spills: without the key no guess can be tested. Does not hide which of them are
 * equal, how many fragments a text has or its script; does not protect against an executor, which
 * holds the key. For use by one thread.
 */
final class Veil {

  /** The length of a job's key, in bytes. */
  static final int KEY = 32;

  private static final int OUTLINE_WORDS = 4;
  private static final int TOKEN_WORDS = 4;

  private final KeyedTokens values;
  private final KeyedTokens bands;
  private final KeyedTokens outlines;
  private final PassingKey fragments;
  private final PassingKey counts;

  private Veil(Secret key) {
    values = KeyedTokens.derive(key, "spark/values", 1);
    bands = KeyedTokens.derive(key, "spark/bands", 1);
    outlines = KeyedTokens.derive(key, "spark/outlines", 1);
    fragments = PassingKey.derive(key, "spark/fragments", new SecureRandom());
    counts = PassingKey.derive(key, "spark/counts", new SecureRandom());
  }

  /** The veil under {@code key}, which is left alone. */
  static Veil under(byte[] key) {
    try (var secret = Secret.take(key.clone())) {
      return new Veil(secret);
    }
  }

  /** What a token stands for; values of different kinds cannot be compared. */
  enum Kind {
    /** A case. */
    CASE,
    /** A number, a handle, a link, a name. */
    KEY,
    /** All the fragments of a text. */
    SCRIPT,
    /** What two texts share and many others may hold, too. */
    PART;

    private byte[] prefix() {
      return (name() + '|').getBytes(UTF_8);
    }
  }

  /** 16 bytes that are equal for equal values, by 120 bits of SHA-256. */
  byte[] token(Kind kind, String value) {
    return token(kind, value.getBytes(UTF_8));
  }

  /** The same, of bytes. */
  byte[] token(Kind kind, byte[] value) {
    var digest = Digests.sha256(kind.prefix(), value);
    var blocks = new byte[TOKEN_WORDS * KeyedTokens.BLOCK];
    for (var word = 0; word < TOKEN_WORDS; word++) {
      var at = word * KeyedTokens.BLOCK;
      System.arraycopy(digest, 0, blocks, at, KeyedTokens.BLOCK - 1);
      blocks[at + KeyedTokens.BLOCK - 1] = (byte) word;
    }
    var token = ByteBuffer.allocate(TOKEN_WORDS * Integer.BYTES);
    for (var word : values.of(blocks, TOKEN_WORDS)) {
      token.putInt(word);
    }
    return token.array();
  }

  /**
   * A key for each band, equal where both smallest values are.
   *
   * @param space which way of comparing; keys of two cannot be compared
   */
  long[] bands(int space, int[] mins) {
    var keys = new long[mins.length / 2];
    var blocks = ByteBuffer.allocate(2 * keys.length * KeyedTokens.BLOCK);
    for (var half = 0; half < 2 * keys.length; half++) {
      var band = half / 2;
      blocks.position(half * KeyedTokens.BLOCK);
      blocks.put((byte) space).put((byte) (half % 2)).putShort((short) band);
      blocks.putInt(mins[2 * band]).putInt(mins[2 * band + 1]);
    }
    var halves = bands.of(blocks.array(), 2 * keys.length);
    for (var band = 0; band < keys.length; band++) {
      keys[band] = ((long) halves[2 * band] << Integer.SIZE) | (halves[2 * band + 1] & 0xFFFFFFFFL);
    }
    return keys;
  }

  /**
   * 256 bits of parity of the fragments, each keyed anew: two sets differ in at most as many bits
   * as there are fragments that only one of them has.
   */
  long[] outline(int space, Fragments of) {
    var blocks = ByteBuffer.allocate(of.size() * KeyedTokens.BLOCK);
    var tokens = of.tokens();
    for (var i = 0; i < tokens.length; i++) {
      blocks.position(i * KeyedTokens.BLOCK);
      blocks.put((byte) space).putInt(tokens[i]);
    }
    var outline = new long[OUTLINE_WORDS];
    for (var token : outlines.of(blocks.array(), tokens.length)) {
      outline[token >>> 30] ^= 1L << (token >>> 24);
    }
    return outline;
  }

  /** The fragments of a text, sealed. */
  byte[] seal(byte[] sketch) {
    return fragments.seal(sketch);
  }

  /** In how many texts each fragment is, sealed. */
  List<byte[]> seal(FragmentCounts of) {
    return IntStream.range(0, of.parts()).mapToObj(part -> counts.seal(of.part(part))).toList();
  }

  /** The counts that were sealed so. */
  FragmentCounts opened(List<byte[]> sealed) {
    return FragmentCounts.of(() -> sealed.stream().map(this::part).iterator());
  }

  private byte[] part(byte[] sealed) {
    try {
      return counts.open(sealed);
    } catch (SealRefused changed) {
      throw new IllegalStateException("counts were changed on their way", changed);
    }
  }

  /** What {@link #seal(byte[])} sealed; anything else is a fault of the cluster. */
  TextSketch open(byte[] sealed) {
    try {
      return TextSketch.parse(fragments.open(sealed));
    } catch (SealRefused changed) {
      throw new IllegalStateException("fragments were changed on their way", changed);
    }
  }
}
