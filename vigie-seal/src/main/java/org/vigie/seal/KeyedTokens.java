package org.vigie.seal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.kernel.Secret;

/**
 * Turns 16-byte blocks into 32-bit tokens under a key: the first 32 bits of AES-256 of the block
 * (FIPS 197), the key derived by HKDF-SHA256 (RFC 5869) for one purpose and epoch.
 *
 * <p>Protects a stored token against anyone without the key: a guess cannot be tested. Does not
 * protect against the holder of the key, nor hide that two tokens are equal: long lists of tokens
 * are a substitution cipher and belong sealed. Safe for use by several threads, one at a time.
 */
public final class KeyedTokens {

  /** The length of a block, in bytes. */
  public static final int BLOCK = 16;

  /**
   * The platform enciphers so many blocks at once, in a third of the time that it takes for one
   * after the other.
   */
  private static final int AT_ONCE = 32;

  /** From so many blocks on that are left over, as many again as are missing cost less. */
  private static final int WORTH_FILLING = 12;

  /** A short message has a hundred fragments at most; longer ones get room of their own. */
  private static final int USUAL = 128;

  private static final VarHandle FIRST =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final Cipher cipher;
  private final ReentrantLock turn = new ReentrantLock();

  /** Room for what comes out of the cipher; used in turns. */
  private final byte[] sealed = new byte[USUAL * BLOCK];

  private KeyedTokens(Cipher cipher) {
    this.cipher = cipher;
  }

  /**
   * Derives the tokens of one purpose and epoch.
   *
   * @param key at least 16 bytes
   * @param purpose such as {@code match/text}; tokens of different purposes cannot be compared
   * @param epoch a later epoch makes earlier tokens incomparable
   */
  public static KeyedTokens derive(Secret key, String purpose, int epoch) {
    if (key.length() < 16) {
      throw new IllegalArgumentException("the key is shorter than 16 bytes");
    }
    try (var derived = Hkdf.derive(key, "vigie/tokens/1/" + purpose + "/" + epoch, 32)) {
      return derived.use(KeyedTokens::under);
    }
  }

  private static KeyedTokens under(byte[] key) {
    try {
      var cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return new KeyedTokens(cipher);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the platform lacks AES", missing);
    }
  }

  /** Room for {@code count} blocks and for what makes them quick to encipher. */
  public static byte[] room(int count) {
    return new byte[(count + AT_ONCE - 1) / AT_ONCE * AT_ONCE * BLOCK];
  }

  /**
   * The token of each block.
   *
   * @param blocks one block of {@link #BLOCK} bytes after another, best in {@link #room}
   * @param count how many blocks to read from the start
   */
  public int[] of(byte[] blocks, int count) {
    var over = count % AT_ONCE;
    var filled = over < WORTH_FILLING ? count : count - over + AT_ONCE;
    var length = (filled * BLOCK <= blocks.length ? filled : count) * BLOCK;
    var tokens = new int[count];
    turn.lock();
    // What comes out has more of a block than a token tells: it is not left lying
    var whole = length <= sealed.length ? sealed : new byte[length];
    try {
      // Whole blocks without padding need no end, which would make the cipher ready anew each time
      if (cipher.update(blocks, 0, length, whole, 0) != length) {
        throw new IllegalStateException("the platform's AES keeps blocks back");
      }
      for (var i = 0; i < count; i++) {
        tokens[i] = (int) FIRST.get(whole, i * BLOCK);
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      Arrays.fill(whole, 0, length, (byte) 0);
      turn.unlock();
    }
    return tokens;
  }
}
