package org.vigie.evidence.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a zip to a stream that cannot be rewound; each entry's CRC and length must be known before
 * its content. The same entries give the same bytes.
 */
public final class ZipWriter {

  private final OutputStream out;
  private final List<ZipEntry> entries = new ArrayList<>();
  private final List<Long> offsets = new ArrayList<>();
  private long position;
  private long owed;

  /** Writes to {@code out}, which stays open. */
  public ZipWriter(OutputStream out) {
    this.out = out;
  }

  /** Begins an entry, whose name must sort after the last one's; its content follows. */
  public void begin(ZipEntry entry) throws IOException {
    requireNothingOwed();
    if (!entries.isEmpty() && entries.getLast().name().compareTo(entry.name()) >= 0) {
      throw new IllegalArgumentException("Entries are written in order");
    }
    offsets.add(position);
    entries.add(entry);
    put(ZipLayout.local(entry));
    owed = entry.length();
  }

  /** A part of the content of the entry begun last. */
  public void content(byte[] bytes, int length) throws IOException {
    if (length > owed) {
      throw new IOException("More content than was announced");
    }
    out.write(bytes, 0, length);
    position += length;
    owed -= length;
  }

  /** Ends the archive. */
  public void finish() throws IOException {
    requireNothingOwed();
    var start = position;
    for (var i = 0; i < entries.size(); i++) {
      put(ZipLayout.central(entries.get(i), offsets.get(i)));
    }
    put(ZipLayout.end(entries.size(), start, position - start));
    out.flush();
  }

  private void requireNothingOwed() throws IOException {
    if (owed > 0) {
      throw new IOException("Less content than was announced");
    }
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
