package org.vigie.imports.archive;

import java.util.List;
import java.util.Set;
import org.vigie.imports.Source;

/** A file that holds files, its list of them checked before anything in them is read. */
public interface Container {

  /**
   * One file in it that can be read.
   *
   * @param name harmless, with its folders
   * @param at where it lies in the container
   * @param source its bytes; reading throws {@link ArchiveLimit} past a limit
   */
  record Member(String name, long at, Source source) {}

  /** The files, those that look like text by their name first, then by name. */
  List<Member> members();

  /** All file names without their folders, lower case. */
  Set<String> fileNames();

  /** What is in it and is not opened: links, devices, files under a password. */
  List<String> leftOut();

  /** Whether it ends as such a file ends; else files may be cut off that nothing tells of. */
  default boolean isWhole() {
    return true;
  }
}
