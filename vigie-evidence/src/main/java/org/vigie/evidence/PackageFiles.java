package org.vigie.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The files of a package as found, with what is wrong about how they lie there. */
interface PackageFiles extends AutoCloseable {

  /** Path to content of every file with a possible name. */
  SortedMap<String, Content> contents();

  /** What is wrong with names, places and kinds of files. */
  List<CheckResult> faults();

  /** The name of the folder, if the form carries one that must be the package's name. */
  Optional<String> folderName();

  /** CRC-32 the form states for {@code path}, or -1. */
  long statedCrc(String path);

  @Override
  void close() throws IOException;
}
