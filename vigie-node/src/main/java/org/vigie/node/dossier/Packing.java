package org.vigie.node.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.Content;
import org.vigie.evidence.CustodyEvent;
import org.vigie.evidence.Derivation;
import org.vigie.evidence.Document;
import org.vigie.evidence.EvidencePackage;
import org.vigie.evidence.Intake;
import org.vigie.evidence.Item;
import org.vigie.evidence.Obtained;
import org.vigie.evidence.PackageWriter;
import org.vigie.evidence.Provenance;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ObtainedCodes;
import org.vigie.node.shell.Messages;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.Digests;

/** Puts papers, exhibits and proofs into a package, and looks at it as it will leave. */
final class Packing {

  private static final int PIPE = 256 * 1024;

  private final Material material;
  private final Messages messages;
  private final Voice voice;
  private final Proofs proofs;
  private final Supplier<Cage> cage;

  Packing(Messages messages, Material material, Proofs proofs, Supplier<Cage> cage) {
    this.cage = cage;
    this.messages = messages;
    this.material = material;
    this.voice = new Voice(messages, Language.ofTag(material.draft().language()), material);
    this.proofs = proofs;
  }

  /**
   * The package, prepared; nothing of it is on a disk.
   *
   * @param within looks at files that lie in others of ours, where nobody else would find them
   */
  PackageWriter pack(List<Papers.Paper> papers, Instant now, Look within)
      throws Refusal, IOException {
    var items = new ArrayList<Item>();
    var quotations = Quotations.of(material);
    for (var copy : material.copies()) {
      items.add(item(copy, now, quotations));
    }
    var all = new ArrayList<>(papers);
    all.add(new WebPaper(messages, material, quotations).page());
    var conversations = new Conversations(messages, material, cage, now);
    all.addAll(conversations.papers());
    for (var file : conversations.inside()) {
      within.at(file.path(), new ByteArrayInputStream(file.bytes()));
    }
    var documents =
        all.stream()
            .map(paper ->
                new Document(
                    paper.name(), paper.mediaType(), Content.of(paper.bytes()), paper.about()))
            .toList();
    var draft = material.draft();
    var contents =
        new EvidencePackage(
            name(material.dossier()),
            now,
            draft.recipient().name(),
            voice.say("dossier.purpose." + draft.purpose()),
            items,
            documents,
            proofs.log(intakes(items)),
            proofs.verifier());
    return PackageWriter.prepare(contents, proofs.signer());
  }

  private static List<Intake> intakes(List<Item> items) {
    var intakes = new ArrayList<Intake>();
    for (var item : items) {
      var intake = item.intake();
      if (intake != null) {
        intakes.add(intake);
      }
    }
    return intakes;
  }

  /** Name of the package; eight signs of an identifier that tell nothing. */
  static String name(Dossier dossier) {
    return "dossier-" + dossier.id().substring(0, Math.min(8, dossier.id().length()));
  }

  private Item item(Copy copy, Instant now, Quotations quotations) throws Refusal {
    var custody = new ArrayList<>(Story.of(material, copy));
    custody.add(new CustodyEvent(now, "exported", me()));
    var obtained = obtained(copy.exhibit());
    var method = copy.exhibit().received().provenance().method();
    var intake = copy.original() ? proofs.of(copy.exhibit()) : null;
    // The record is a moment older than its entry, perhaps of another second; the check compares.
    var received = intake == null ? copy.exhibit().at() : intake.record().received();
    return new Item(
        copy.number(),
        copy.extension(),
        copy.mediaType(),
        content(copy),
        new Provenance(
            received,
            voice.say("dossier.method." + (method.isEmpty() ? "unknown" : method)),
            copy.original(),
            derivation(copy),
            Provenance.UNCHECKED,
            obtained),
        custody,
        intake,
        quotations.of(copy));
  }

  /** What was said of how it was obtained, as far as it is in codes: free words stay here. */
  private Obtained obtained(Exhibit exhibit) {
    var said = exhibit.received().provenance();
    return new Obtained(
        ObtainedCodes.known(ObtainedCodes.METHODS, said.method()),
        ObtainedCodes.known(ObtainedCodes.ORIGINALS, said.original()),
        ObtainedCodes.known(ObtainedCodes.RECORDERS, said.recorder()),
        ObtainedCodes.known(ObtainedCodes.AUTHORITIES, said.authority()),
        PartialDate.parse(said.obtainedAt()).map(PartialDate::text).orElse(""),
        Enclosures.from(exhibit).map(id -> material.whole(id).orElse("")).orElse(null));
  }

  private String me() {
    return material.roles().getOrDefault(material.open().register().me(), "caseworker");
  }

  private static @Nullable Derivation derivation(Copy copy) {
    var made = copy.made();
    return made == null ? null : new Derivation(copy.number() + ".original", made.tool());
  }

  private Content content(Copy copy) {
    var register = material.open().register();
    var blob = new BlobId(copy.bytes().blob());
    return () -> {
      try {
        return register.openBlob(blob);
      } catch (RegisterRefused refused) {
        throw new IOException(refused.key());
      }
    };
  }

  /** Looks at one file as it will leave, without having it in memory. */
  @FunctionalInterface
  interface Look {
    void at(String path, InputStream bytes) throws IOException;
  }

  /**
   * What a package is as a zip.
   *
   * @param sha256 lower-case hexadecimal
   * @param length in bytes
   */
  record Whole(String sha256, long length) {}

  /** Goes through the zip exactly as it will be written. */
  static Whole inspect(PackageWriter writer, Look look) throws IOException {
    var digest = Digests.sha256();
    var length = new long[1];
    var failure = new AtomicReference<@Nullable IOException>();
    try (var in = new PipedInputStream(PIPE)) {
      var pipe = new PipedOutputStream(in);
      var work =
          Thread.ofVirtual()
              .start(() -> {
                try (pipe;
                    var out = new DigestOutputStream(new Counting(pipe, length), digest)) {
                  writer.writeZip(out);
                } catch (IOException broken) {
                  failure.set(broken);
                }
              });
      read(in, look);
      in.transferTo(OutputStream.nullOutputStream());
      work.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
    var broken = failure.get();
    if (broken != null) {
      throw broken;
    }
    return new Whole(HexFormat.of().formatHex(digest.digest()), length[0]);
  }

  private static void read(PipedInputStream in, Look look) throws IOException {
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var name = entry.getName();
      look.at(name.substring(name.indexOf('/') + 1), zip);
    }
  }

  private static final class Counting extends java.io.FilterOutputStream {

    private final long[] length;

    Counting(OutputStream out, long[] length) {
      super(out);
      this.length = length;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
      length[0] += count;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      length[0]++;
    }
  }
}
