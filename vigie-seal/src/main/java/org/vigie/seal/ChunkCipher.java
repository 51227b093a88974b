package org.vigie.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The payload of an age file in chunks of 64 KiB (C2SP age.md, "Payload"): ChaCha20-Poly1305 under
 * an 11-byte counter and a byte that marks the last chunk. Whole chunks go in and out in one call,
 * from offset 0, because the JDK copies anything else once more.
 */
final class ChunkCipher {

  static final int PLAIN = 64 * 1024;
  static final int TAG = 16;
  static final int SEALED = PLAIN + TAG;

  private final Cipher cipher;
  private final SecretKeySpec key;
  private final int mode;

  private ChunkCipher(int mode, SecretKeySpec key) {
    this.mode = mode;
    this.key = key;
    try {
      cipher = Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }

  static ChunkCipher sealing(SecretKeySpec key) {
    return new ChunkCipher(Cipher.ENCRYPT_MODE, key);
  }

  static ChunkCipher opening(SecretKeySpec key) {
    return new ChunkCipher(Cipher.DECRYPT_MODE, key);
  }

  /** One like it, for another thread. */
  ChunkCipher another() {
    return new ChunkCipher(mode, key);
  }

  /** Which chunk this is, counted from 0, and whether it is the last. */
  record Turn(long number, boolean last) {}

  /**
   * Seals or opens a chunk. When sealing, no number may be given twice.
   *
   * @return how many bytes were written to {@code to}
   * @throws GeneralSecurityException when opening, if the chunk is not what was sealed
   */
  int run(Turn turn, byte[] from, int offset, int length, byte[] to, int toOffset)
      throws GeneralSecurityException {
    begin(turn);
    return cipher.doFinal(from, offset, length, to, toOffset);
  }

  /** Whether the full chunk that was refused as the last would open with more behind it. */
  boolean wasMiddle(long number, byte[] sealed) {
    try {
      begin(new Turn(number, false));
      cipher.doFinal(sealed, 0, SEALED, new byte[PLAIN], 0);
      return true;
    } catch (GeneralSecurityException forged) {
      return false;
    }
  }

  private void begin(Turn turn) throws GeneralSecurityException {
    var nonce = ByteBuffer.allocate(12).putLong(3, turn.number).put(11, (byte) (turn.last ? 1 : 0));
    cipher.init(mode, key, new IvParameterSpec(nonce.array()));
  }
}
