package org.vigie.imports.memory;

import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Source;

/** An export that is larger than memory, made while it is read. */
interface LargeExport {

  /** By which reader it is read. */
  String format();

  /** Many records. */
  Source many(long size);

  /** One record and one more without end. */
  Source endless(long size);

  /** One of each reader, and of each thing its files lie in. */
  static List<LargeExport> all() {
    var all = new ArrayList<LargeExport>(LargeInput.TEXTS);
    all.add(new LargePdf());
    return all;
  }
}
