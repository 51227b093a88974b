package org.vigie.imports.tar;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;
import org.vigie.imports.archive.EntryNames;
import org.vigie.imports.archive.Forward;

/**
 * One file compressed with gzip (RFC 1952), in one piece or many. Protects against files that
 * inflate without end and against damage: it is inflated once, with its checksums, before anything
 * is read of it. Does not protect against what it holds.
 */
public final class GzipFile implements Container, Closeable {

  private static final long FREE = 1L << 20;
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_NAME = 300;
  private static final int FIXED = 10;
  private static final int EXTRA = 4;
  private static final int NAME = 8;

  private final String name;
  private final Forward content;

  private GzipFile(String name, Forward content) {
    this.name = name;
    this.content = content;
  }

  /** Whether a document begins like one. */
  public static boolean recognises(byte[] head) {
    return head.length > FIXED && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
  }

  /**
   * Inflates it once, to know that it is whole and how long.
   *
   * @throws ImportRefused {@code import.zip-ratio}, {@code -unsafe-name}
   * @throws ArchiveLimit if it is damaged or too much comes out of it
   * @throws IOException if its bytes cannot be had
   */
  public static GzipFile open(Source source, ImportLimits limits, Budget budget)
      throws ImportRefused, IOException {
    var name = name(source);
    EntryNames.check(name);
    var length = 0L;
    try (var in = new GzipInput(source.open(0))) {
      var scratch = new byte[CHUNK];
      for (var n = in.read(scratch); n >= 0; n = in.read(scratch)) {
        length += n;
        budget.take(n);
        if (length > FREE && length / limits.ratio() > in.taken()) {
          throw new ImportRefused("import.zip-ratio", limits.ratio());
        }
      }
    }
    return new GzipFile(name, new Forward(length, () -> new GzipInput(source.open(0))));
  }

  /** The name in the header, in ISO 8859-1 by RFC 1952, in UTF-8 by most programs. */
  private static String name(Source source) throws IOException {
    byte[] b;
    try (var in = source.open(0)) {
      b = in.readNBytes(FIXED + LONGEST_NAME + CHUNK);
    }
    var at = FIXED;
    if ((b[3] & EXTRA) != 0 && b.length > at + 1) {
      at += 2 + (b[at] & 0xFF) + ((b[at + 1] & 0xFF) << 8);
    }
    var end = at;
    while (end < b.length && b[end] != 0 && end - at < LONGEST_NAME) {
      end++;
    }
    return (b[3] & NAME) == 0 || end <= at
        ? "content"
        : new String(b, at, end - at, StandardCharsets.UTF_8);
  }

  /** What it holds. */
  public Source content() {
    return content;
  }

  @Override
  public List<Member> members() {
    return content.length() == 0 ? List.of() : List.of(new Member(name, 0, content));
  }

  @Override
  public Set<String> fileNames() {
    return Set.of(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public List<String> leftOut() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
