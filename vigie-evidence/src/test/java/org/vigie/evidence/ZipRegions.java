package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Whose each byte of a zip is, by the zip's own directory; read without any code of ours. */
record ZipRegions(List<Region> regions) {

  private static final int END = 22;
  private static final int CENTRAL = 46;
  private static final int LOCAL = 30;
  private static final int CRC_IN_LOCAL = 14;
  private static final int CRC_IN_CENTRAL = 16;

  /**
   * One entry.
   *
   * @param name in the zip
   * @param central where its header in the directory begins
   * @param start where its own header begins
   * @param data where its bytes begin
   * @param length how many these are
   */
  record Region(String name, int central, int start, int data, int length) {

    /** Writes the checksum of the bytes as they are now into both headers. */
    void fit(byte[] zip) {
      var crc = new CRC32();
      crc.update(zip, data, length);
      var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt(start + CRC_IN_LOCAL, (int) crc.getValue());
      bytes.putInt(central + CRC_IN_CENTRAL, (int) crc.getValue());
    }
  }

  static ZipRegions of(byte[] zip) {
    var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    var end = zip.length - END;
    var regions = new ArrayList<Region>();
    var central = bytes.getInt(end + 16);
    for (var left = bytes.getShort(end + 10); left > 0; left--) {
      var nameLength = bytes.getShort(central + 28);
      var name = new String(zip, central + CENTRAL, nameLength, US_ASCII);
      var start = bytes.getInt(central + 42);
      var data = start + LOCAL + bytes.getShort(start + 26) + bytes.getShort(start + 28);
      regions.add(new Region(name, central, start, data, bytes.getInt(central + 24)));
      central += CENTRAL + nameLength + bytes.getShort(central + 30);
    }
    if (central != end) {
      throw new AssertionError("The directory does not reach to the end");
    }
    return new ZipRegions(List.copyOf(regions));
  }

  /** The entry whose header or bytes hold the byte at {@code at}; empty in the directory. */
  Optional<Region> at(int at) {
    return regions.stream()
        .filter(region -> at >= region.start() && at < region.data() + region.length())
        .findFirst();
  }

  /** Any entry that has bytes. */
  Region withData(RandomGenerator random) {
    var full = regions.stream().filter(region -> region.length() > 0).toList();
    return full.get(random.nextInt(full.size()));
  }
}
