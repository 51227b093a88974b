package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.Container;
import org.vigie.imports.archive.Listed;

/**
 * What an archive says it holds. Nothing in it is opened but what compresses it as a whole, so that
 * an archive within is one file. Files without a byte are left out.
 *
 * @param files by name, what cannot be taken out among them
 * @param whole whether it ends as such a file ends; else files may be missing
 * @param paper whether it looks like a paper of an office program, which is a zip file too
 */
public record Contents(List<Listed> files, boolean whole, boolean paper) {

  /** Copies the list. */
  public Contents {
    files = List.copyOf(files);
  }

  /**
   * Lists an archive.
   *
   * @throws ImportRefused {@code import.unknown-format} if it is none; else as {@link Exports#read}
   * @throws IOException if its bytes cannot be had
   */
  public static Contents of(Source source) throws ImportRefused, IOException {
    var files = new ArrayList<Listed>();
    var whole = new boolean[1];
    var known =
        Opening.archive(
            source,
            archive -> {
              whole[0] = archive.isWhole();
              list(archive, files);
            });
    if (!known) {
      throw new ImportRefused("import.unknown-format", "zip, tar, gzip");
    }
    files.sort(Comparator.comparing(Listed::name));
    return new Contents(files, whole[0], files.stream().anyMatch(Contents::ofPaper));
  }

  private static void list(Container archive, List<Listed> files) {
    for (var member : archive.members()) {
      files.add(new Listed(member.name(), member.source().length(), false));
    }
    for (var name : archive.leftOut()) {
      files.add(new Listed(name, 0, true));
    }
  }

  /** ECMA-376 part 2, 7.3.7; OpenDocument 1.3 part 2, 3.2. */
  private static boolean ofPaper(Listed file) {
    return file.name().equals("[Content_Types].xml") || file.name().equals("META-INF/manifest.xml");
  }
}
