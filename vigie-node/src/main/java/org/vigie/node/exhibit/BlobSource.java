package org.vigie.node.exhibit;

import java.io.IOException;
import java.io.InputStream;
import org.vigie.imports.Source;
import org.vigie.kernel.BlobId;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.BrokenSealException;

/** The bytes of a sealed blob, opened in memory each time a reader asks for them. */
public record BlobSource(OpenRegister file, ExhibitReceived.Bytes bytes) implements Source {

  @Override
  public long length() {
    return bytes.length();
  }

  @Override
  public InputStream open(long offset) throws IOException {
    try {
      return file.openBlob(new BlobId(bytes.blob()), offset, bytes.length() - offset);
    } catch (RegisterRefused refused) {
      throw new IOException(refused.key(), refused);
    }
  }

  /** Whether {@code failure} is that sealed bytes are gone, damaged, or were changed. */
  public static boolean damaged(IOException failure) {
    return failure instanceof BrokenSealException || failure.getCause() instanceof RegisterRefused;
  }
}
