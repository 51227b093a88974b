package org.vigie.evidence.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A zip file held against the one layout {@link ZipWriter} gives its entries. Protects against
 * entries that only some readers see, hidden bytes before, between and after entries, and altered
 * headers; does not look into the contents. To be closed.
 */
public final class ZipArchive implements AutoCloseable {

  private static final int MAX_CENTRAL = 64 * 1024 * 1024;
  private static final int MAX_NAME = 512;

  private final FileChannel channel;
  private final List<ZipEntry> entries = new ArrayList<>();
  private final List<Long> offsets = new ArrayList<>();
  private final List<String> misplaced = new ArrayList<>();
  private final long size;

  private ZipArchive(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /**
   * Opens a zip and walks through its directory.
   *
   * @throws ArchiveRefused if the directory at its end cannot be read
   */
  public static ZipArchive open(Path file) throws IOException, ArchiveRefused {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      var archive = new ZipArchive(channel);
      archive.load();
      return archive;
    } catch (IOException | ArchiveRefused | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private record End(long count, long centralLength, long centralOffset) {}

  private void load() throws IOException, ArchiveRefused {
    var end = end();
    if (end.centralLength() > MAX_CENTRAL || end.count() > MAX_CENTRAL) {
      throw new ArchiveRefused("archive.too-large");
    }
    var central = bytes(end.centralOffset(), (int) end.centralLength());
    while (central.hasRemaining()) {
      entry(central);
    }
    compare(end);
  }

  private End end() throws IOException, ArchiveRefused {
    var tail = bytes(size - ZipLayout.END_LENGTH, ZipLayout.END_LENGTH);
    var end =
        new End(
            Short.toUnsignedLong(tail.getShort(10)),
            Integer.toUnsignedLong(tail.getInt(12)),
            Integer.toUnsignedLong(tail.getInt(16)));
    if (!ZipLayout.isLargeEnd(end.count(), end.centralOffset(), end.centralLength())) {
      return end;
    }
    var start = size - ZipLayout.END_LENGTH - ZipLayout.END64_LENGTH;
    var large = bytes(start, ZipLayout.END64_LENGTH);
    return new End(large.getLong(32), large.getLong(40), large.getLong(48));
  }

  private void entry(ByteBuffer central) throws ArchiveRefused {
    require(central.remaining() >= ZipLayout.CENTRAL_LENGTH);
    var start = central.position();
    var crc = Integer.toUnsignedLong(central.getInt(start + 16));
    var length = Integer.toUnsignedLong(central.getInt(start + 24));
    var nameLength = Short.toUnsignedInt(central.getShort(start + 28));
    var extraLength = Short.toUnsignedInt(central.getShort(start + 30));
    var offset = Integer.toUnsignedLong(central.getInt(start + 42));
    var total = ZipLayout.CENTRAL_LENGTH + nameLength + extraLength;
    require(nameLength > 0 && nameLength <= MAX_NAME && central.remaining() >= total);
    var name = new byte[nameLength];
    central.get(start + ZipLayout.CENTRAL_LENGTH, name);
    var extra = start + ZipLayout.CENTRAL_LENGTH + nameLength + 4;
    if (length == ZipLayout.MAX_32 && extraLength >= 20) {
      length = central.getLong(extra);
      extra += 16;
    }
    if (offset == ZipLayout.MAX_32 && extra + 8 <= start + total) {
      offset = central.getLong(extra);
    }
    var path = new String(name, US_ASCII);
    if (length < 0 || length > size || offset < 0 || offset > size) {
      misplaced.add(path);
      length = 0;
      offset = 0;
    }
    entries.add(new ZipEntry(path, crc, length));
    offsets.add(offset);
    central.position(start + total);
  }

  /** Rebuilds every byte that is not content, and names the entries where the file differs. */
  private void compare(End end) throws IOException {
    long position = 0;
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var header = ZipLayout.local(entry);
      if (offsets.get(i) != position || !isAt(position, header)) {
        misplaced.add(entry.name());
      }
      position += header.length + entry.length();
    }
    var start = position;
    for (var i = 0; i < entries.size(); i++) {
      var header = ZipLayout.central(entries.get(i), offsets.get(i));
      if (!isAt(position, header)) {
        misplaced.add(entries.get(i).name());
      }
      position += header.length;
    }
    var tail = ZipLayout.end(entries.size(), start, position - start);
    if (end.centralOffset() != start || !isAt(position, tail) || size != position + tail.length) {
      misplaced.add("");
    }
  }

  private boolean isAt(long position, byte[] expected) throws IOException {
    if (position > size - expected.length) {
      return false;
    }
    var found = ByteBuffer.allocate(expected.length);
    while (found.hasRemaining() && channel.read(found, position + found.position()) >= 0) {}
    return MessageDigest.isEqual(found.array(), expected);
  }

  private ByteBuffer bytes(long position, int length) throws IOException, ArchiveRefused {
    require(position >= 0 && length >= 0 && position <= size - length);
    var bytes = ZipLayout.buffer(length);
    while (bytes.hasRemaining()) {
      require(channel.read(bytes, position + bytes.position()) >= 0);
    }
    return bytes.flip();
  }

  private static void require(boolean holds) throws ArchiveRefused {
    if (!holds) {
      throw new ArchiveRefused("archive.damaged");
    }
  }

  /** The entries in the order of the directory; names may repeat and may be anything. */
  public List<ZipEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Names of entries whose place or headers are not what the layout says; the empty name stands for
   * the end of the file.
   */
  public List<String> misplaced() {
    return misplaced.stream().distinct().toList();
  }

  /** The content of the entry number {@code index}. */
  public InputStream content(int index) {
    var entry = entries.get(index);
    var start = offsets.get(index) + ZipLayout.local(entry).length;
    return new Slice(channel, start, entry.length());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A part of the file as a stream; ends early where the file does. */
  private static final class Slice extends InputStream {

    private final FileChannel channel;
    private long position;
    private long left;

    Slice(FileChannel channel, long position, long length) {
      this.channel = channel;
      this.position = position;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      var wanted = (int) Math.min(length, left);
      var count = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
      if (count > 0) {
        position += count;
        left -= count;
      }
      return count;
    }
  }
}
