package org.vigie.imports.forms;

import java.util.random.RandomGenerator;

/** One way in which a program writes exports: format, language, clock, platform. */
public interface ExportForm {

  /** The format, and the platform and language where there are several. */
  String group();

  /** What is particular within the group; plain ASCII, a part of a file name. */
  String name();

  /** Writes {@code size} invented messages. */
  Document write(RandomGenerator random, int size);

  /** Whether its files are archives themselves, so that they are opened in one archive at most. */
  default boolean isArchive() {
    return false;
  }
}
