package org.vigie.bench.matching;

import java.io.IOException;
import java.util.BitSet;

/** An engine that answers which texts are like one. */
interface Peer extends AutoCloseable {

  /** Adds the next text, folded already. */
  void add(String folded) throws IOException;

  /** Makes what was added searchable. */
  void settle() throws IOException;

  /** The numbers of texts that may be like {@code folded} by {@code threshold}. */
  BitSet query(String folded, double threshold) throws IOException;

  @Override
  void close() throws IOException;
}
