package org.vigie.register.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.vigie.kernel.BlobId;

/**
 * Where sealed bytes lie, under names that tell nothing. Holds ciphertext only; never opens it. An
 * object store with conditional writes fits behind this port as well as a folder.
 */
public interface BlobStore {

  /** Bytes on their way into the store; visible to no reader before {@link #commit}. */
  abstract class Sink extends OutputStream {

    /** For implementations. */
    protected Sink() {}

    /** Makes the bytes durable and visible under their name, in one step. */
    public abstract void commit() throws IOException;

    /** Gives up what was not committed; nothing stays. */
    @Override
    public abstract void close() throws IOException;
  }

  /** Starts writing {@code blob}; committing replaces what is there under that name. */
  Sink write(BlobId blob) throws IOException;

  /** Reads {@code blob} from its first byte, or nothing if it is not there. */
  Optional<InputStream> read(BlobId blob) throws IOException;

  /** Stored length in bytes, or nothing if it is not there. */
  Optional<Long> length(BlobId blob) throws IOException;

  /** Removes {@code blob} and what was left of unfinished writes to it, if there is any. */
  void delete(BlobId blob) throws IOException;
}
