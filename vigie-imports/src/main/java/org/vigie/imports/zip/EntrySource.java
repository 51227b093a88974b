package org.vigie.imports.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;

/** One file of an archive, inflated anew each time it is opened. */
final class EntrySource implements Source {

  private static final int LOCAL_HEADER = 30;

  private final Source archive;
  private final Archive.Entry entry;
  private final Inflation inflation;

  EntrySource(Source archive, Archive.Entry entry, Inflation inflation) {
    this.archive = archive;
    this.entry = entry;
    this.inflation = inflation;
  }

  @Override
  public long length() {
    return entry.size();
  }

  @Override
  public InputStream open(long offset) throws IOException {
    var in = archive.open(entry.headerAt());
    try {
      var header = in.readNBytes(LOCAL_HEADER);
      if (header.length < LOCAL_HEADER) {
        throw new ArchiveLimit("import.zip-broken");
      }
      in.skipNBytes(Bytes.u16(header, 26) + (long) Bytes.u16(header, 28));
      var inflated = new EntryInput(in, entry, inflation);
      inflated.skipNBytes(offset);
      return inflated;
    } catch (EOFException e) {
      in.close();
      throw new ArchiveLimit("import.zip-broken");
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
