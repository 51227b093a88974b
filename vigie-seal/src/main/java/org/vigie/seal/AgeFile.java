package org.vigie.seal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Files in the format of the {@code age} tool, version 1 (C2SP age.md). Protects contents against
 * whoever has none of the recipients' keys, and against unnoticed change; does not protect length,
 * time or name, nor say who sealed it.
 */
public final class AgeFile {

  private static final int HEADER_BUFFER = 4096;

  private AgeFile() {}

  /**
   * Checks that {@code recipients} may share a file: a hybrid one never beside a classical one,
   * which would undo it, and a passphrase always alone.
   *
   * @throws SealRefused {@code seal.no-recipient}, {@code seal.mixed-recipients} or {@code
   *     seal.passphrase-not-alone}
   */
  public static void requireCompatible(List<Recipient> recipients) throws SealRefused {
    if (recipients.isEmpty()) {
      throw new SealRefused("seal.no-recipient");
    }
    var first = recipients.getFirst().getClass();
    if (recipients.stream().anyMatch(PassphraseRecipient.class::isInstance)
        && recipients.size() > 1) {
      throw new SealRefused("seal.passphrase-not-alone");
    }
    if (recipients.stream().anyMatch(recipient -> recipient.getClass() != first)) {
      throw new SealRefused("seal.mixed-recipients");
    }
  }

  /**
   * A stream that seals what is written to it into {@code out}, in chunks of 64 KiB; closing it
   * closes {@code out}.
   *
   * @throws IllegalArgumentException if {@link #requireCompatible} refuses the recipients
   */
  public static SealingStream sealTo(OutputStream out, List<Recipient> recipients)
      throws IOException {
    try {
      requireCompatible(recipients);
    } catch (SealRefused refused) {
      throw new IllegalArgumentException(refused.key());
    }
    return new SealingStream(out, AgeHeader.write(out, recipients));
  }

  /**
   * A stream of what is sealed in {@code in}; closing it closes {@code in}. It hands out parts
   * before the whole is verified: nothing may be shown, parsed or kept until it has ended without
   * an exception. A chunk that is missing, changed or added makes the read that meets it throw
   * {@link BrokenSealException}, and every read after it.
   *
   * <p>A file in which somebody else put a classical beside a hybrid recipient opens: what it hid
   * is not hidden better by refusing it.
   *
   * @throws SealRefused if the header is malformed, changed, or for none of {@code identities}
   */
  public static InputStream open(InputStream in, List<Identity> identities)
      throws IOException, SealRefused {
    var buffered = new BufferedInputStream(in, HEADER_BUFFER);
    return new OpeningStream(buffered, AgeHeader.read(buffered, identities));
  }

  /** {@code plain} sealed to {@code recipients}, in memory. */
  public static byte[] seal(byte[] plain, List<Recipient> recipients) {
    var sealed = new ByteArrayOutputStream(plain.length + 2048 * (recipients.size() + 1));
    try (var sealing = sealTo(sealed, recipients)) {
      sealing.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return sealed.toByteArray();
  }

  /**
   * What is sealed in {@code sealed}, all or nothing.
   *
   * @throws SealRefused if it is malformed, changed, cut short, or for none of {@code identities}
   */
  public static byte[] open(byte[] sealed, List<Identity> identities) throws SealRefused {
    try (var opening = open(new ByteArrayInputStream(sealed), identities)) {
      return opening.readAllBytes();
    } catch (BrokenSealException broken) {
      throw broken.refusal();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Opens {@code in}, in {@link Armor} or without, into the file {@code to}, all or nothing: {@code
   * to} appears only when the last chunk is verified. Until then the plain text is in a file beside
   * it that only its owner may read, and that is gone when this returns or throws.
   *
   * @return how many bytes were opened
   * @throws SealRefused as {@link #open(byte[], List)} does; {@code to} is then untouched
   */
  public static long openWhole(InputStream in, List<Identity> identities, Path to)
      throws IOException, SealRefused {
    var folder = to.toAbsolutePath().getParent();
    // Created readable by the owner alone, also under a generous umask.
    var part = Files.createTempFile(folder, ".opening-", ".part");
    try {
      long length;
      try (var opening = open(Armor.off(in), identities);
          var out = Files.newOutputStream(part)) {
        length = opening.transferTo(out);
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      return length;
    } catch (BrokenSealException broken) {
      throw broken.refusal();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Opens {@code sealed} into {@code out}, all or nothing: the file is read twice, and the first
   * time nothing is released. If it changes in between, the second reading throws.
   *
   * @return how many bytes were written
   * @throws SealRefused as {@link #open(byte[], List)} does
   */
  public static long openWhole(Path sealed, List<Identity> identities, OutputStream out)
      throws IOException, SealRefused {
    try (var trial = open(Files.newInputStream(sealed), identities)) {
      trial.transferTo(OutputStream.nullOutputStream());
    } catch (BrokenSealException broken) {
      throw broken.refusal();
    }
    try (var opening = open(Files.newInputStream(sealed), identities)) {
      return opening.transferTo(out);
    } catch (BrokenSealException broken) {
      throw broken.refusal();
    }
  }
}
