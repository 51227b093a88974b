package org.vigie.ledger.store;

import java.io.IOException;
import java.nio.file.Path;

/** The steps of which a durable write consists, so that tests can stop the machine between two. */
interface FileActions {

  void makeFolder(Path folder) throws IOException;

  void writeAndForce(Path file, byte[] content) throws IOException;

  void rename(Path from, Path to) throws IOException;

  void forceFolder(Path folder) throws IOException;

  void remove(Path file) throws IOException;
}
