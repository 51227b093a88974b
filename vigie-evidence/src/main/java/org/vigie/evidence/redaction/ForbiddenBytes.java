package org.vigie.evidence.redaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.kernel.Refusal;

/**
 * The check before release: no forbidden name, number or handle occurs in any file of a package, in
 * any common writing, nor in a file's name. Protects against forgetting one place of many. Does not
 * protect against what pixels and voices show, against encryption, against encodings it does not
 * know, against paraphrase; names of fewer than five letters are found only where they stand alone.
 * Safe for use by several threads.
 */
public final class ForbiddenBytes {

  /** Reads PDF, which the JDK cannot; typeset does. */
  @FunctionalInterface
  public interface Pdf {

    /**
     * Every reading of a document in which something could hide: texts in UTF-8, decoded streams.
     *
     * @throws Refusal if it cannot be read to the end
     */
    List<byte[]> readings(byte[] pdf) throws Refusal;
  }

  /** A file of this many bytes and more is never in memory as a whole. */
  private static final int AT_ONCE = 32 << 20;

  private static final String WITHHELD = "(name withheld)";

  private final Needles needles;
  private final Pdf pdf;
  private final int atOnce;

  /**
   * A check for {@code items}.
   *
   * @param pdf how PDF files are read
   */
  public ForbiddenBytes(List<Forbidden> items, Pdf pdf) {
    this(items, pdf, AT_ONCE);
  }

  ForbiddenBytes(List<Forbidden> items, Pdf pdf, int atOnce) {
    this.needles = new Needles(items);
    this.pdf = pdf;
    this.atOnce = atOnce;
  }

  /**
   * Checks every file under {@code folder}, one at a time, and every name.
   *
   * @return nothing if the package may go; what was found otherwise
   */
  public List<Finding> check(Path folder) {
    try (var files = Files.walk(folder)) {
      var findings = new ArrayList<Finding>();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        findings.addAll(check(folder.relativize(file).toString(), Files.readAllBytes(file)));
      }
      return findings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks one file.
   *
   * @param name its path in the package; checked too
   */
  public List<Finding> check(String name, byte[] bytes) {
    var findings = new LinkedHashSet<Finding>();
    // A name that is itself forbidden is not repeated in what is reported.
    var shown = clean(name) ? name : WITHHELD;
    new Look(findings, shown).text(name, "file name");
    file(shown, bytes, findings, 0);
    return List.copyOf(findings);
  }

  /**
   * Checks one file as it comes. One that is too large to be had at once is looked through as it
   * stands, piece by piece; if it is an archive or a document it counts as unreadable.
   *
   * @param name its path in the package; checked too
   * @param in read to its end; not closed
   */
  public List<Finding> check(String name, InputStream in) throws IOException {
    var head = in.readNBytes(atOnce);
    if (head.length < atOnce) {
      return check(name, head);
    }
    var findings = new LinkedHashSet<>(check(name, new byte[0]));
    var look = new Look(findings, clean(name) ? name : WITHHELD);
    if (Archives.archive(head) || Archives.closed(head) || Archives.pdf(head)) {
      findings.add(new Finding.Unreadable(look.file, "archive-too-large"));
    }
    look.stream(new SequenceInputStream(new ByteArrayInputStream(head), in));
    for (var inflated : Archives.pngTexts(head)) {
      look.bytes(inflated, "png text ", 0);
    }
    return List.copyOf(findings);
  }

  private boolean clean(String name) {
    var found = new ArrayList<Integer>();
    needles.search(Encoded.unescaped(name), found::add);
    return found.isEmpty();
  }

  private void file(String name, byte[] bytes, Set<Finding> findings, int depth) {
    new Look(findings, name).bytes(bytes, "", 0);
    if (Archives.closed(bytes)) {
      findings.add(new Finding.Unreadable(name, "archive"));
    } else if (Archives.archive(bytes)) {
      if (depth >= Archives.DEEPEST) {
        findings.add(new Finding.Unreadable(name, "archive-too-deep"));
        return;
      }
      archive(name, bytes, findings, depth);
    } else if (Archives.pdf(bytes)) {
      try {
        for (var reading : pdf.readings(bytes)) {
          new Look(findings, name).bytes(reading, "pdf ", 0);
        }
      } catch (Refusal unreadable) {
        findings.add(new Finding.Unreadable(name, "document"));
      }
    }
    for (var inflated : Archives.pngTexts(bytes)) {
      new Look(findings, name).bytes(inflated, "png text ", 0);
    }
  }

  private void archive(String name, byte[] bytes, Set<Finding> findings, int depth) {
    try {
      for (var entry : Archives.entries(bytes)) {
        var inner = clean(entry.name()) ? name + "!" + entry.name() : name + "!(name withheld)";
        new Look(findings, inner).text(entry.name(), "file name");
        file(inner, entry.bytes(), findings, depth + 1);
      }
    } catch (Archives.TooLarge tooLarge) {
      findings.add(new Finding.Unreadable(name, "archive-too-large"));
    } catch (IOException | IllegalArgumentException broken) {
      findings.add(new Finding.Unreadable(name, "archive"));
    }
  }

  /** Looks at one file in every writing. */
  private final class Look {

    private static final int WINDOW = 1 << 20;

    /** Longer than any item in any encoding twice over. */
    private static final int OVERLAP = 1 << 14;

    private static final int NESTED = 2;

    private final Set<Finding> findings;
    private final String file;

    Look(Set<Finding> findings, String file) {
      this.findings = findings;
      this.file = file;
    }

    void bytes(byte[] bytes, String how, int depth) {
      for (var from = 0; from == 0 || from + OVERLAP < bytes.length; from += WINDOW - OVERLAP) {
        var window =
            java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + WINDOW));
        window(window, how, depth);
      }
    }

    void stream(InputStream in) throws IOException {
      var window = in.readNBytes(WINDOW);
      while (window.length > 0) {
        window(window, "", 0);
        var more = in.readNBytes(WINDOW - OVERLAP);
        var kept = more.length == 0 ? 0 : Math.min(OVERLAP, window.length);
        var next = java.util.Arrays.copyOfRange(window, window.length - kept, window.length);
        window = java.util.Arrays.copyOf(next, kept + more.length);
        System.arraycopy(more, 0, window, kept, more.length);
      }
    }

    private void window(byte[] window, String how, int depth) {
      for (var writing : Writing.values()) {
        look(writing.read(window), how + writing.label(), depth, writing.transparent());
      }
    }

    void text(String text, String how) {
      look(text, how, 0, true);
    }

    private void look(String text, String how, int depth, boolean decode) {
      needles.search(text, item -> findings.add(new Finding.Occurs(file, item, how)));
      if (!decode) {
        return;
      }
      var plain = Encoded.unescaped(text);
      if (!plain.equals(text)) {
        // Once more: what was escaped twice.
        var twice = Encoded.unescaped(plain);
        needles.search(
            plain, item -> findings.add(new Finding.Occurs(file, item, how + " escaped")));
        needles.search(
            twice, item -> findings.add(new Finding.Occurs(file, item, how + " escaped")));
      }
      if (depth < NESTED) {
        nested(Encoded.fromBase64(plain), how + " base64 ", depth);
        nested(Encoded.fromHex(plain), how + " hex ", depth);
      }
    }

    private void nested(byte[] decoded, String how, int depth) {
      if (decoded.length > 0) {
        bytes(decoded, how, depth + 1);
      }
    }
  }
}
