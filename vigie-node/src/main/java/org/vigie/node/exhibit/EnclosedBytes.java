package org.vigie.node.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.register.OpenRegister;

/**
 * Files that messages of one exhibit name, taken out all at once in the cage for something that is
 * about to be written. Nothing of them is kept.
 */
public final class EnclosedBytes {

  /** The names of so many go into one job. */
  private static final int MOST_FILES = 500;

  private static final int LONGEST_NAME = 255;

  private EnclosedBytes() {}

  /**
   * One of them.
   *
   * @param extension as the first bytes tell the type, whatever the name says
   * @param bytes the file; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Content(String extension, byte[] bytes) {}

  /**
   * Those that can be had, in the order wanted; what is missing, unreadable or beyond the limits is
   * left out.
   *
   * @param most bytes of all together
   * @throws Refusal if the cage or its reader refuses the exhibit as a whole
   * @throws IOException if the exhibit cannot be read
   */
  public static Map<Enclosures.Named, Content> of(
      Cage cage, OpenRegister file, Exhibit exhibit, List<Enclosures.Named> wanted, int most)
      throws Refusal, IOException {
    var named =
        wanted.stream()
            .filter(one -> one.wanted().name().length() <= LONGEST_NAME)
            .limit(MOST_FILES)
            .toList();
    if (named.isEmpty() || most <= 0) {
      return Map.of();
    }
    var files = named.stream().map(Enclosures.Named::wanted).toList();
    var source = new BlobSource(file, exhibit.received().bytes());
    var out = new ByteArrayOutputStream();
    var result = cage.run(CageJob.enclosedAll(files, most), source, new Bounded(out, most));
    var lengths = result.facts().getOrDefault("lengths", "").split(" ", -1);
    return parted(named, lengths, out.toByteArray());
  }

  /** What comes from the cage is believed only as far as it fits together. */
  private static Map<Enclosures.Named, Content> parted(
      List<Enclosures.Named> named, String[] lengths, byte[] all) throws IOException {
    var contents = new LinkedHashMap<Enclosures.Named, Content>();
    var from = 0;
    for (var i = 0; i < named.size() && i < lengths.length; i++) {
      if (!lengths[i].matches("[0-9]{1,9}")) {
        continue;
      }
      var to = from + Integer.parseInt(lengths[i]);
      if (to > all.length) {
        throw new IOException("less came out of the cage than was said");
      }
      var bytes = Arrays.copyOfRange(all, from, to);
      var head = Arrays.copyOf(bytes, Math.min(bytes.length, ContentType.HEAD));
      var extension = ContentType.extensionOf(ContentType.of(head).mediaType());
      contents.put(named.get(i), new Content(extension, bytes));
      from = to;
    }
    return contents;
  }

  /** Whatever is inside a cage must not fill our memory. */
  private static final class Bounded extends OutputStream {

    private final OutputStream out;
    private int left;

    Bounded(OutputStream out, int most) {
      this.out = out;
      this.left = most;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > left) {
        throw new IOException("more came out of the cage than was wanted");
      }
      left -= length;
      out.write(bytes, from, length);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }
}
