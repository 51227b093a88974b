package org.vigie.imports.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.BlockInput;

/** The inflated bytes of one file: as many as the directory says, with its checksum, or refused. */
final class EntryInput extends BlockInput {

  private static final int CHUNK = 64 * 1024;

  private final Archive.Entry entry;
  private final Inflation inflation;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] compressed = new byte[CHUNK];
  private long taken;
  private long given;

  EntryInput(InputStream in, Archive.Entry entry, Inflation inflation) {
    super(in);
    this.entry = entry;
    this.inflation = inflation;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    if (given == entry.size()) {
      return -1;
    }
    var most = (int) Math.min(len, entry.size() - given);
    var n = entry.method() == 0 ? stored(b, off, most) : deflated(b, off, most);
    if (n <= 0) {
      throw new ArchiveLimit("import.zip-broken");
    }
    given += n;
    crc.update(b, off, n);
    if (entry.method() != 0) {
      inflation.check(entry, inflater.getBytesRead(), given);
    }
    if (given == entry.size() && crc.getValue() != entry.crc()) {
      throw new ArchiveLimit("import.zip-broken");
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    var scratch = new byte[(int) Math.min(CHUNK, n)];
    var read = n <= 0 ? 0 : read(scratch, 0, scratch.length);
    return Math.max(0, read);
  }

  private int stored(byte[] b, int off, int len) throws IOException {
    return in.read(b, off, len);
  }

  private int deflated(byte[] b, int off, int len) throws IOException {
    try {
      while (true) {
        var n = inflater.inflate(b, off, len);
        if (n > 0 || inflater.finished() || inflater.needsDictionary()) {
          return n;
        }
        var want = (int) Math.min(CHUNK, entry.compressed() - taken);
        var got = want == 0 ? -1 : in.read(compressed, 0, want);
        if (got < 0) {
          return -1;
        }
        taken += got;
        inflater.setInput(compressed, 0, got);
      }
    } catch (DataFormatException e) {
      throw new ArchiveLimit("import.zip-broken");
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
