package org.vigie.imports.detect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Container;
import org.vigie.imports.archive.Meant;
import org.vigie.imports.mail.MailAttachments;
import org.vigie.imports.sms.SmsFiles;
import org.vigie.imports.web.WebFiles;

/**
 * Takes one file out of what it came in: an archive, mail, a backup of text messages, saved pages;
 * also where these lie in an archive.
 */
public final class Enclosed {

  private Enclosed() {}

  /**
   * A file that a message names.
   *
   * @param name as the message writes it
   * @param at where the message begins; looked at where names tell nothing, as in mail. In an
   *     archive it counts in the files that were read, put one after another; -1 means the file of
   *     the archive that has the name
   */
  public record Wanted(String name, long at) {}

  /**
   * Writes the bytes of a file that a message names.
   *
   * @param name as in {@link Wanted}
   * @param at as in {@link Wanted}
   * @throws ImportRefused {@code import.enclosed-missing} if it is not there; as {@link
   *     Exports#read} for archives
   * @throws IOException if bytes cannot be had or passed on
   */
  public static void copy(Source source, String name, long at, OutputStream out)
      throws ImportRefused, IOException {
    var wanted = new Wanted(name, at);
    opened(source, List.of(wanted), holder -> holder.copy(wanted, out));
  }

  /**
   * Writes the bytes of several files one after another, as many as can be had. What the archive
   * itself keeps from being had is left out; where {@code source} fails nothing is, so that bytes
   * that were damaged or exchanged are never taken for a file that is not there.
   *
   * @param most bytes of all together; a file that does not fit any more is left out
   * @return the length of each, in their order; -1 for one that was left out
   * @throws ImportRefused if {@code source} holds no files
   * @throws IOException if bytes cannot be had from {@code source} or passed on
   */
  public static List<Long> copyAll(Source source, List<Wanted> wanted, int most, OutputStream out)
      throws ImportRefused, IOException {
    var lengths = new ArrayList<Long>();
    var watched = new WatchedSource(source);
    opened(
        watched,
        wanted,
        holder -> {
          var left = most;
          for (var one : wanted) {
            var bytes = bounded(holder, one, left);
            watched.requireWhole();
            lengths.add(bytes.isPresent() ? bytes.get().length : -1L);
            if (bytes.isPresent()) {
              out.write(bytes.get());
              left -= bytes.get().length;
            }
          }
        });
    return lengths;
  }

  private static Optional<byte[]> bounded(Holder holder, Wanted wanted, int most) {
    var bytes = new Bounded(most);
    try {
      holder.copy(wanted, bytes);
      return Optional.of(bytes.toByteArray());
    } catch (ImportRefused | IOException | UncheckedIOException leftOut) {
      return Optional.empty();
    }
  }

  /** Something open that holds files. */
  @FunctionalInterface
  private interface Holder {
    void copy(Wanted wanted, OutputStream out) throws ImportRefused, IOException;
  }

  /** What is done with it while it is open. */
  @FunctionalInterface
  private interface Use {
    void of(Holder holder) throws ImportRefused, IOException;
  }

  private static void opened(Source source, List<Wanted> wanted, Use use)
      throws ImportRefused, IOException {
    var placed = wanted.stream().anyMatch(one -> one.at() >= 0);
    if (placed && withinParts(source, use)) {
      return;
    }
    if (!Opening.archive(source, archive -> use.of(holder(archive)))) {
      use.of(holder(source).orElseThrow(Enclosed::missing));
    }
  }

  /** What holds the files of its own messages, if {@code source} is such a document. */
  private static Optional<Holder> holder(Source source) throws IOException {
    var head = Opening.head(source);
    if (MailAttachments.mayHold(head)) {
      return Optional.of((wanted, out) -> MailAttachments.copy(source, wanted.at(), out));
    } else if (SmsFiles.mayHold(head)) {
      return Optional.of((wanted, out) -> SmsFiles.copy(source, wanted.at(), out));
    } else if (WebFiles.mayHold(head)) {
      return Optional.of((wanted, out) -> WebFiles.copy(source, wanted.at(), out));
    }
    return Optional.empty();
  }

  private static Holder holder(Container archive) {
    var files = new Meant<>(archive.members(), Container.Member::name);
    return (wanted, out) -> {
      var member = files.by(wanted.name()).orElseThrow(Enclosed::missing);
      try (var in = member.source().open(0)) {
        in.transferTo(out);
      }
    };
  }

  /** Opens an archive as it was read; false if what was read there holds no files of its own. */
  private static boolean withinParts(Source source, Use use) throws ImportRefused, IOException {
    var head = Opening.head(source);
    if (!Inside.recognises(head)) {
      return false;
    }
    try (var inside = Exports.inside(source.length())) {
      inside.open(source, head);
      var reader = inside.reader();
      if (reader == null) {
        return false;
      }
      var parts = new PartsReading(reader, inside.parts(), ReadOptions.NONE).parts();
      if (holder(parts.getFirst().source()).isEmpty()) {
        return false;
      }
      use.of((wanted, out) -> copy(parts, wanted, out));
      return true;
    } catch (ArchiveLimit limit) {
      throw limit.refusal();
    }
  }

  private static void copy(List<Part> parts, Wanted wanted, OutputStream out)
      throws ImportRefused, IOException {
    var at = wanted.at();
    for (var part : parts) {
      if (at >= 0 && at < part.source().length()) {
        var holder = holder(part.source()).orElseThrow(Enclosed::missing);
        holder.copy(new Wanted(wanted.name(), at), out);
        return;
      }
      at -= part.source().length();
    }
    throw missing();
  }

  private static ImportRefused missing() {
    return new ImportRefused("import.enclosed-missing");
  }

  /** Takes so many bytes and no more. */
  private static final class Bounded extends ByteArrayOutputStream {

    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      if (length > most - size()) {
        throw new UncheckedIOException(new IOException("no more room"));
      }
      super.write(bytes, from, length);
    }

    @Override
    public synchronized void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }
}
