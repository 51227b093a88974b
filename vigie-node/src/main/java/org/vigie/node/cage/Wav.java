package org.vigie.node.cage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The header that ffmpeg writes before samples of 16 bits when it leaves all else out. */
final class Wav {

  private static final int HEADER = 44;
  private static final int BYTES_A_SECOND = 28;

  private Wav() {}

  /**
   * How long it lasts, in milliseconds.
   *
   * @throws CageRefused {@code cage.failed} if there is no sample in it
   */
  static long millis(byte[] wav) throws CageRefused {
    if (wav.length <= HEADER) {
      throw new CageRefused("cage.failed");
    }
    var bytesASecond = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(BYTES_A_SECOND);
    if (bytesASecond <= 0) {
      throw new CageRefused("cage.failed");
    }
    return (wav.length - HEADER) * 1000L / bytesASecond;
  }
}
