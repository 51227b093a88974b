package org.vigie.imports.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /**
   * The one file that a message means by {@code name}: that path, a path that ends so, or the same
   * file name in any folder.
   */
  default Optional<Member> meant(String name) {
    var all = members();
    var wanted = name.substring(name.lastIndexOf('/') + 1);
    return all.stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .or(() -> only(all, member -> member.name().endsWith("/" + name)))
        .or(() -> only(all, member -> fileName(member).equalsIgnoreCase(wanted)));
  }

  private static String fileName(Member member) {
    return member.name().substring(member.name().lastIndexOf('/') + 1);
  }

  private static Optional<Member> only(List<Member> members, Predicate<Member> fitting) {
    var found = members.stream().filter(fitting).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
