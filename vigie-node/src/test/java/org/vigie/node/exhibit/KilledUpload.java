package org.vigie.node.exhibit;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/** A node in a process of its own, into which 200 MB come until it is killed. */
final class KilledUpload {

  static final String CANARY = "CANARY-PLAINTEXT-4420 ";
  private static final long LENGTH = 200_000_000;

  private KilledUpload() {}

  /** Prints who signed in and where the case is, then how many megabytes have gone. */
  public static void main(String[] arguments) {
    var node = TestNode.start(Path.of(arguments[0]));
    var person = Founder.invite(node, Founder.found(node, "keeper"), "person", "swallow");
    var told = Told.by(person, "somebody called");
    System.out.println("secret " + person.passphrase() + "\t" + person.app());
    System.out.println("case " + told.base());
    Files.to(told).file("film.mp4", new Canaries()).sent();
    System.out.println("ended");
  }

  /** Canaries without end, counted aloud. */
  private static final class Canaries extends InputStream {

    private static final byte[] TEXT = CANARY.getBytes(StandardCharsets.UTF_8);
    private long at;

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at >= LENGTH) {
        return -1;
      }
      var n = (int) Math.min(length, LENGTH - at);
      for (var i = 0; i < n; i++) {
        into[from + i] = TEXT[(int) ((at + i) % TEXT.length)];
      }
      if (at / 10_000_000 != (at + n) / 10_000_000) {
        System.out.println("megabytes " + (at + n) / 1_000_000);
      }
      at += n;
      if (at >= 100_000_000) {
        // Slower from where it is to be killed, so that whoever kills has time.
        LockSupport.parkNanos(2_000_000);
      }
      return n;
    }
  }
}
