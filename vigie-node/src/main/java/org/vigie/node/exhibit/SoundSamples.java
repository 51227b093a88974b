package org.vigie.node.exhibit;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.evidence.redaction.RedactionRefused;
import org.vigie.evidence.redaction.WavSilencer;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.register.OpenRegister;

/**
 * The very samples of a recording that are cut where parts of it are made silent: WAV as we write
 * it, made once, kept sealed with the case, and played where the parts are chosen, or where
 * browsers do not play the recording itself. Protects against recordings made so that a player and
 * our decoder have the same word at different times, in whatever way: what is heard at a moment is
 * what is cut at that moment. Does not protect whoever chooses the parts by another player. Safe
 * for use by several threads.
 */
public final class SoundSamples {

  /** The kind of samples that were made. */
  public static final String KIND = "samples";

  private static final String COPIED = "vigie-redaction sound";
  private static final int HEADER = 44;
  private static final int RIFF_LENGTH = 4;
  private static final int FRAME = 32;
  private static final int DATA_LENGTH = 40;

  private final Supplier<SoundDecoder> decoder;
  private final SecureRandom random;

  /** Made with {@code decoder}, asked for when there is need; identifiers from {@code random}. */
  public SoundSamples(Supplier<SoundDecoder> decoder, SecureRandom random) {
    this.decoder = decoder;
    this.random = random;
  }

  /**
   * Samples that can be played and cut.
   *
   * @param bytes where they lie
   * @param decodedBy program and version if they were decoded; empty if they stand so in the file
   * @param made whether they were written anew; else they are the recording as it was received
   */
  public record Kept(ExhibitReceived.Bytes bytes, String decodedBy, boolean made) {}

  /** The samples of {@code exhibit}, if they need not be made first. */
  public Optional<Kept> kept(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    var made = exhibit.derived(KIND);
    if (made.isPresent()) {
      return made.map(SoundSamples::asKept);
    }
    var received = exhibit.received();
    return Waveforms.wav(received) && plain(file, received.bytes())
        ? Optional.of(new Kept(received.bytes(), "", false))
        : Optional.empty();
  }

  private static Kept asKept(ExhibitDerived made) {
    return new Kept(made.bytes(), made.tool().equals(COPIED) ? "" : made.tool(), true);
  }

  /** Whether it begins as we would write it, so that no player can take its times otherwise. */
  private static boolean plain(OpenRegister file, ExhibitReceived.Bytes bytes)
      throws Refusal, IOException {
    if (bytes.length() <= HEADER || bytes.length() > CoveredCopies.MOST_IN_MEMORY) {
      return false;
    }
    try (var in = file.openBlob(new BlobId(bytes.blob()), 0, HEADER)) {
      return asWritten(in.readNBytes(HEADER), (int) bytes.length());
    }
  }

  private static boolean asWritten(byte[] head, int length) {
    try {
      var ours = new WavSilencer().silence(head, List.of());
      var written = ByteBuffer.wrap(ours).order(LITTLE_ENDIAN);
      written.putInt(RIFF_LENGTH, length - 8).putInt(DATA_LENGTH, length - HEADER);
      var whole = length % 2 == 0 && (length - HEADER) % written.getShort(FRAME) == 0;
      return whole && MessageDigest.isEqual(ours, head);
    } catch (RedactionRefused otherwise) {
      return false;
    }
  }

  /**
   * The samples of {@code exhibit}, made now if they are not there; whoever asks has the decoder's
   * turn. What fails is written down.
   *
   * @throws CageRefused as {@link SoundDecoder#wav}
   */
  public Kept make(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    // Another look at the same recording may have been before this one.
    var now = Exhibits.of(file).find(exhibit.id()).orElseThrow(ExhibitRefused::notFound);
    var before = kept(file, now);
    if (before.isPresent()) {
      return before.get();
    }
    var original = CoveredCopies.bytes(file, now.received().bytes());
    if (WavSilencer.samples(original)) {
      return keep(file, now, new WavSilencer().silence(original, List.of()), COPIED);
    }
    try {
      return keep(file, now, decoder.get().wav(original), decoder.get().tool());
    } catch (CageRefused refused) {
      if (decoder.get().there()) {
        Exhibits.of(file).unread(new ExhibitUnread(now.id(), KIND, refused.key(), List.of()));
      }
      throw refused;
    }
  }

  /**
   * Likewise in the decoder's turn, taken here.
   *
   * @param patience how long to wait for others
   * @throws CageRefused also {@code cage.busy} if others are before it all the time
   */
  public Kept write(OpenRegister file, Exhibit exhibit, Duration patience)
      throws Refusal, IOException {
    try (var _ = decoder.get().turn().take(file.me(), patience)) {
      return make(file, exhibit);
    }
  }

  private Kept keep(OpenRegister file, Exhibit exhibit, byte[] wav, String tool)
      throws Refusal, IOException {
    var blob = file.storeBlob(new ByteArrayInputStream(wav), wav.length);
    var id = new byte[8];
    random.nextBytes(id);
    var made =
        new ExhibitDerived(
            HexFormat.of().formatHex(id),
            exhibit.id(),
            KIND,
            ExhibitReceived.Bytes.of(blob),
            "audio/wav",
            tool,
            "");
    Exhibits.of(file).derive(made);
    return asKept(made);
  }
}
