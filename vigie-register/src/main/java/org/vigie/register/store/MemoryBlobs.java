package org.vigie.register.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.vigie.kernel.BlobId;

/** Blobs in memory, for tests and trials. Safe for use by several threads. */
public final class MemoryBlobs implements BlobStore {

  private final Map<BlobId, Bytes> blobs = new ConcurrentSkipListMap<>();

  /** An empty store. */
  public MemoryBlobs() {}

  @Override
  public Sink write(BlobId blob) {
    return new MemorySink(blob);
  }

  @Override
  public Optional<InputStream> read(BlobId blob) {
    return Optional.ofNullable(blobs.get(blob)).map(b -> new ByteArrayInputStream(b.toArray()));
  }

  @Override
  public Optional<Long> length(BlobId blob) {
    return Optional.ofNullable(blobs.get(blob)).map(b -> (long) b.length());
  }

  @Override
  public void delete(BlobId blob) {
    blobs.remove(blob);
  }

  /** Everything stored now: what a cold copy shows. */
  public Map<BlobId, Bytes> copy() {
    return Map.copyOf(blobs);
  }

  private final class MemorySink extends Sink {

    private final BlobId blob;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    MemorySink(BlobId blob) {
      this.blob = blob;
    }

    @Override
    public void write(int b) {
      written.write(b);
    }

    @Override
    public void write(byte[] b, int from, int length) {
      written.write(b, from, length);
    }

    @Override
    public void commit() {
      blobs.put(blob, Bytes.of(written.toByteArray()));
    }

    @Override
    public void close() {
      written.reset();
    }
  }
}
