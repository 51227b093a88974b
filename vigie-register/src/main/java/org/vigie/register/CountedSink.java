package org.vigie.register;

import java.io.IOException;
import java.io.OutputStream;
import org.vigie.register.store.BlobStore;

/** Counts what goes into a sink and leaves its closing to whoever commits it. */
final class CountedSink extends OutputStream {

  private final BlobStore.Sink sink;
  private long written;

  CountedSink(BlobStore.Sink sink) {
    this.sink = sink;
  }

  long written() {
    return written;
  }

  @Override
  public void write(int b) throws IOException {
    sink.write(b);
    written++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    sink.write(bytes, from, length);
    written += length;
  }

  /** Leaves the sink open: it is committed or given up by its owner. */
  @Override
  public void close() throws IOException {
    sink.flush();
  }
}
