package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import org.vigie.kernel.BlobId;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.RowStep;
import org.vigie.seal.AgeFile;
import org.vigie.seal.BrokenSealException;
import org.vigie.seal.Digests;
import org.vigie.seal.HybridKey;
import org.vigie.seal.HybridRecipient;
import org.vigie.seal.Identity;
import org.vigie.seal.Padme;
import org.vigie.seal.SealRefused;

/** Streams between plain bytes in memory and sealed, padded ones in the store. */
final class Blobs {

  private static final int BUFFER = 64 * 1024;
  private static final String LABEL = "vigie/v1/blob ";

  private final Ports ports;

  Blobs(Ports ports) {
    this.ports = ports;
  }

  /** How a stored blob gets its entry. */
  @FunctionalInterface
  interface Recorder {
    void record(Draft<?> entry, RowStep with) throws RegisterRefused;
  }

  static StoredBlob stored(BlobId id, Reserved.BlobKept kept) {
    return new StoredBlob(id, kept.sha256(), kept.sha512(), kept.length());
  }

  /** Journal, bytes, entry; in that order, so that a crash leaves an entry in the journal only. */
  StoredBlob store(InputStream in, long limit, HybridRecipient recipient, Recorder recorder)
      throws IOException, RegisterRefused {
    var id = BlobId.random(ports.random());
    ports.rows().blobStarted(id, ports.today());
    var kept = false;
    try {
      var blob = seal(id, in, limit, recipient);
      recorder.record(new Draft<>(Reserved.BLOB_STORED, blob), new RowStep.FinishBlob(id));
      kept = true;
      return stored(id, blob);
    } finally {
      if (!kept) {
        ports.blobs().delete(id);
        ports.rows().blobForgotten(id);
      }
    }
  }

  private Reserved.BlobKept seal(BlobId id, InputStream in, long limit, HybridRecipient recipient)
      throws IOException, RegisterRefused {
    var sha256 = Digests.sha256();
    var sha512 = Digests.sha512();
    try (var sink = ports.blobs().write(id)) {
      var counted = new CountedSink(sink);
      long length;
      try (var sealing = AgeFile.sealTo(counted, List.of(recipient))) {
        var buffer = new byte[BUFFER];
        length = 0;
        var label = label(id);
        sealing.write(label);
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          length += read;
          if (length > limit) {
            throw new RegisterRefused("register.blob-too-large", limit);
          }
          sha256.update(buffer, 0, read);
          sha512.update(buffer, 0, read);
          sealing.write(buffer, 0, read);
        }
        pad(sealing, label.length + length);
      }
      sink.commit();
      return new Reserved.BlobKept(id.value(), hex(sha256), hex(sha512), length, counted.written());
    }
  }

  /** The first line of what is sealed: a blob moved to another name is noticed at once. */
  private static byte[] label(BlobId id) {
    return (LABEL + id.value() + "\n").getBytes(US_ASCII);
  }

  private static void pad(java.io.OutputStream out, long length) throws IOException {
    var zeros = new byte[BUFFER];
    for (var left = Padme.paddedLength(length) - length; left > 0; left -= BUFFER) {
      out.write(zeros, 0, (int) Math.min(BUFFER, left));
    }
  }

  private static String hex(MessageDigest digest) {
    return Codec.hex(digest.digest());
  }

  InputStream open(
      BlobId id, Reserved.BlobKept kept, List<Identity> identities, long from, long length)
      throws IOException, RegisterRefused {
    var found = ports.blobs().length(id);
    // A file cut at a boundary of chunks is refused before its first byte is shown.
    if (found.isEmpty() || found.get() != kept.sealedLength()) {
      throw new RegisterRefused("register.blob-damaged");
    }
    var sealed = ports.blobs().read(id);
    if (sealed.isEmpty()) {
      throw new RegisterRefused("register.blob-damaged");
    }
    try {
      var plain = AgeFile.open(sealed.get(), identities);
      var first = Math.min(Math.max(0, from), kept.length());
      var last = first + Math.min(Math.max(0, length), kept.length() - first);
      requireLabel(plain, id);
      return new UnpaddedStream(plain, first, last, kept.length());
    } catch (SealRefused | BrokenSealException changed) {
      sealed.get().close();
      throw new RegisterRefused("register.blob-damaged");
    }
  }

  private static void requireLabel(InputStream plain, BlobId id)
      throws IOException, RegisterRefused {
    var wanted = label(id);
    if (!Digests.same(plain.readNBytes(wanted.length), wanted)) {
      plain.close();
      throw new RegisterRefused("register.blob-damaged");
    }
  }

  /** Seals a blob for the first of {@code keys} under the same name, unless it is or is gone. */
  boolean reseal(BlobId id, List<HybridKey> keys) throws IOException, RegisterRefused {
    var latest = keys.getFirst();
    if (opensOrIsGone(id, List.of(latest))) {
      return false;
    }
    var sealed = ports.blobs().read(id);
    if (sealed.isEmpty()) {
      return false;
    }
    try (var in = AgeFile.open(sealed.get(), List.copyOf(keys));
        BlobStore.Sink sink = ports.blobs().write(id)) {
      try (var sealing = AgeFile.sealTo(new CountedSink(sink), List.of(latest.recipient()))) {
        in.transferTo(sealing);
      }
      sink.commit();
      return true;
    } catch (SealRefused | BrokenSealException changed) {
      throw new RegisterRefused("register.blob-damaged");
    }
  }

  /** Whether there is nothing to do: it opens with these, or is gone. */
  private boolean opensOrIsGone(BlobId id, List<Identity> identities) throws IOException {
    var sealed = ports.blobs().read(id);
    if (sealed.isEmpty()) {
      return true;
    }
    try (var in = AgeFile.open(sealed.get(), identities)) {
      return in.available() >= 0;
    } catch (SealRefused notForThem) {
      sealed.get().close();
      return false;
    }
  }
}
