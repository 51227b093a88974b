package org.vigie.node.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.evidence.redaction.ForbiddenBytes;
import org.vigie.imports.BytesSource;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;

/**
 * Reads PDF of strangers for the search before release, in the cage. Protects the node from what
 * such a file does to its reader. Does not protect against a cage that was taken over and keeps
 * silent about a word: then the search does not find it.
 */
final class CagedPdf implements ForbiddenBytes.Pdf {

  private static final int MOST = 192 << 20;

  private final Supplier<Cage> cage;

  CagedPdf(Supplier<Cage> cage) {
    this.cage = cage;
  }

  @Override
  public List<byte[]> readings(byte[] pdf) throws Refusal {
    try {
      var out = new Bounded();
      cage.get().run(CageJob.readings(), new BytesSource(pdf), out);
      return parted(out.bytes());
    } catch (IOException tooMuch) {
      throw DossierRefused.uncoverable();
    }
  }

  private static List<byte[]> parted(byte[] all) throws IOException {
    var readings = new ArrayList<byte[]>();
    var in = new DataInputStream(new ByteArrayInputStream(all));
    while (in.available() > 0) {
      var length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("not what was asked for");
      }
      readings.add(in.readNBytes(length));
    }
    return readings;
  }

  /** Takes so many bytes and no more. */
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (kept.size() > MOST - length) {
        throw new IOException("too much");
      }
      kept.write(bytes, from, length);
    }

    byte[] bytes() {
      return kept.toByteArray();
    }
  }
}
