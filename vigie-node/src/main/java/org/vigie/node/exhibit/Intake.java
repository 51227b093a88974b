package org.vigie.node.exhibit;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.IntakeRecord;
import org.vigie.evidence.Salt;
import org.vigie.imports.DateOrder;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.Turn;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.UploadRefused;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.StoredBlob;

/**
 * Takes bytes in. Protects them from touching a disk in the clear and from being changed later
 * without it showing; does not vouch for what they say. Safe for use by several threads.
 */
public final class Intake {

  private static final System.Logger LOG = System.getLogger(Intake.class.getName());
  private static final int LONGEST_NAME = 255;
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private final Registers registers;
  private final CustodyLog log;
  private final NodeSettings.Limits limits;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Waveforms waveforms;
  private final Derivations derivations;

  /**
   * An intake with these limits; {@code cage} is asked for when something is to be read, {@code
   * waveforms} when it can be heard, {@code stills} when it is a picture others must decode.
   */
  public Intake(
      Registers registers,
      CustodyLog log,
      Supplier<Cage> cage,
      Waveforms waveforms,
      Stills stills,
      NodeSettings.Limits limits,
      SecureRandom random,
      InstantSource clock) {
    this.registers = registers;
    this.log = log;
    this.limits = limits;
    this.random = random;
    this.clock = clock;
    this.waveforms = waveforms;
    this.derivations = new Derivations(cage, waveforms, stills, this::freshId);
  }

  /**
   * Takes one file into a case: sniffed, hashed, padded and sealed in one stream; recorded; its
   * intake record given to the custody log; then what can be shown is derived in the cage. If the
   * bytes end early or anything fails before the record stands, nothing stays. What fails later
   * loses nothing but what should have been derived.
   *
   * @param name as the sender wrote it
   * @param bytes read to their end; not closed
   * @return the exhibit with everything derived so far
   * @throws Refusal {@link ExhibitRefused}, {@link UploadRefused}, {@link RegisterRefused}
   * @throws IOException if {@code bytes} end early
   */
  public Exhibit receive(
      SignedIn member,
      OpenRegister file,
      String name,
      InputStream bytes,
      ExhibitReceived.Provenance provenance)
      throws Refusal, IOException {
    var pushed = new PushbackInputStream(bytes, ContentType.HEAD);
    var head = pushed.readNBytes(ContentType.HEAD);
    if (head.length == 0) {
      throw ExhibitRefused.empty();
    }
    pushed.unread(head);
    var stored = store(member, file, pushed);
    var type = derivations.settled(file, stored, ContentType.of(head));
    var received = received(stored, type, name, provenance);
    record(file, received, stored.id());
    derive(file, received, type);
    return Exhibits.of(file).find(received.exhibit()).orElseThrow(ExhibitRefused::notFound);
  }

  /**
   * Takes in words that were typed here, as a file like any other: hashed, sealed, recorded, given
   * to the custody log. Nothing is derived from them, because nothing in them is foreign.
   *
   * @param name what the file is called
   * @param kind as in {@link ExhibitReceived}
   * @throws Refusal as {@link #receive}
   * @throws IOException if the words cannot be kept
   */
  public Exhibit note(
      SignedIn member,
      OpenRegister file,
      String name,
      String kind,
      String words,
      ExhibitReceived.Provenance provenance)
      throws Refusal, IOException {
    var bytes = words.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      throw ExhibitRefused.empty();
    }
    var type = new ContentType("text/plain", kind, ContentType.Route.NONE);
    var stored = store(member, file, new ByteArrayInputStream(bytes));
    var received = received(stored, type, name, provenance);
    record(file, received, stored.id());
    return Exhibits.of(file).find(received.exhibit()).orElseThrow(ExhibitRefused::notFound);
  }

  private void derive(OpenRegister file, ExhibitReceived received, ContentType type)
      throws Refusal {
    try {
      derivations.of(file, received, type);
    } catch (UncheckedIOException failed) {
      // The exhibit stands; what could not be derived can be derived another day.
      LOG.log(Level.WARNING, "something could not be derived from an exhibit: the disk failed");
    }
  }

  /**
   * Reads the messages of an exhibit again.
   *
   * @param order of dates that a person named, or null where nobody did
   * @throws Refusal if the case can no longer be written to; a reading that fails is written down
   */
  public void read(OpenRegister file, Exhibit exhibit, @Nullable DateOrder order) throws Refusal {
    derivations.read(file, exhibit.received(), order);
  }

  /**
   * Lists the files of an archive, as is done when it comes.
   *
   * @throws Refusal if the case can no longer be written to; what fails is written down
   */
  public void list(OpenRegister file, Exhibit exhibit) throws Refusal {
    derivations.list(file, exhibit.received());
  }

  /**
   * Measures what is missing of a recording, where this machine can: how loud it is over its time,
   * and what a copy of it would be recognised by. Waits for its turn longer than any one account
   * may have it.
   *
   * @return false if it was not begun, because others were before it
   * @throws Refusal if the case can no longer be written to; what fails is written down
   */
  public boolean measure(OpenRegister file, Exhibit exhibit) throws Refusal {
    return derivations.measure(file, exhibit.received(), Turn.LONGEST.plusMinutes(1));
  }

  /**
   * Likewise what others kept from being tried when the recording came; hardly waits.
   *
   * @throws Refusal as {@link #measure}
   */
  public void catchUp(OpenRegister file, Exhibit exhibit) throws Refusal {
    if (waveforms.waits(exhibit)) {
      var _ = derivations.measure(file, exhibit.received(), A_MOMENT);
    }
  }

  private StoredBlob store(SignedIn member, OpenRegister file, InputStream bytes)
      throws Refusal, IOException {
    var left = Math.max(0, limits.accountBytes() - new Quota(registers).used(member));
    var most = Math.min(limits.fileBytes(), left);
    var sent = new Sent(bytes);
    try {
      return file.storeBlob(sent, most);
    } catch (RegisterRefused refused) {
      if (refused.key().equals("register.blob-too-large")) {
        throw most < limits.fileBytes()
            ? UploadRefused.accountFull(limits.accountBytes())
            : UploadRefused.fileTooLarge(limits.fileBytes());
      }
      throw refused;
    } catch (IOException failed) {
      if (sent.failed) {
        throw failed;
      }
      // The sender's side is whole, so it was ours that failed.
      throw ExhibitRefused.fullDisk();
    } catch (UncheckedIOException failed) {
      throw ExhibitRefused.fullDisk();
    }
  }

  private ExhibitReceived received(
      StoredBlob stored, ContentType type, String name, ExhibitReceived.Provenance provenance) {
    var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return new ExhibitReceived(
        freshId(),
        type.kind(),
        new ExhibitReceived.File(shown, type.mediaType()),
        ExhibitReceived.Bytes.of(stored),
        provenance,
        List.of(),
        "",
        List.of());
  }

  private void record(OpenRegister file, ExhibitReceived received, BlobId blob)
      throws RegisterRefused, IOException {
    var salt = Salt.random(random);
    var record = record(received.bytes(), clock.instant());
    var intake =
        new ExhibitIntake(
            received.exhibit(),
            new String(record.canonical(), StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(salt.bytes()));
    try {
      Exhibits.of(file).receive(received, intake);
    } catch (RegisterRefused refused) {
      file.eraseBlob(blob);
      throw refused;
    }
    log.submit(record.commit(salt));
  }

  private static IntakeRecord record(ExhibitReceived.Bytes bytes, Instant now) {
    try {
      var hash = Hash.parseHex(bytes.sha256());
      return new IntakeRecord(hash, bytes.sha512(), bytes.length(), now, "upload", "");
    } catch (LedgerRefused impossible) {
      throw new IllegalStateException("our own hash", impossible);
    }
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Remembers whether it was the sender's side that failed. */
  private static final class Sent extends FilterInputStream {

    private boolean failed;

    Sent(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return super.read(into, from, length);
      } catch (IOException cut) {
        failed = true;
        throw cut;
      }
    }
  }
}
