package org.vigie.node.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.evidence.PackageWriter;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.NeverSaid;
import org.vigie.node.consent.ConsentAnswered;
import org.vigie.node.exhibit.CustodyNoted;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.shell.Messages;
import org.vigie.register.Entry;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.AgeFile;
import org.vigie.seal.Digests;
import org.vigie.seal.PassphraseRecipient;
import org.vigie.seal.Recipient;

/**
 * Lets dossiers go. Nothing leaves that no consent of today covers, that holds what must never be
 * said, or that is not recorded first; nothing is written to a disk on the way. Safe for use by
 * several threads.
 */
public final class Releases {

  private final Messages messages;
  private final Proofs proofs;
  private final CagedPdf strangers;
  private final Supplier<Cage> cage;
  private final InstantSource clock;

  /**
   * Releases with papers in the words of {@code messages}; {@code cage} opens what strangers made.
   */
  public Releases(Messages messages, Proofs proofs, Supplier<Cage> cage, InstantSource clock) {
    this.messages = messages;
    this.cage = cage;
    this.strangers = new CagedPdf(cage);
    this.proofs = proofs;
    this.clock = clock;
  }

  /** What is handed out. */
  public enum Form {
    /** Papers, exhibits and proofs in one zip that anyone can check. */
    PACKAGE,
    /** The letter or the dossier itself. */
    PDF;

    /** The stable code that entries keep. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Writes what is handed out. */
  @FunctionalInterface
  public interface Body {
    /** Writes everything; {@code out} stays open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Something recorded as gone and ready to be written once.
   *
   * @param fileName nothing personal
   * @param mediaType of the bytes before sealing
   * @param body writes the bytes, sealed if that was asked
   */
  public record Handout(String fileName, String mediaType, Body body) {}

  /** A file as it will leave, before sealing. */
  private record Whole(
      String name, String mediaType, Packing.Whole measure, Body body, List<NeverFound> found) {}

  /** Reads the case for a dossier as of now. */
  public Material material(Cases.Open open, String dossier) throws RegisterRefused, DossierRefused {
    return Material.read(open, dossier, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Whether a dossier may go; its words and files are searched as they would leave. */
  public ReleaseCheck check(Material material, Form form) throws Refusal, IOException {
    var check = choices(material);
    return check.readyToSearch()
        ? check.found(whole(material, form, clock.instant()).found())
        : check;
  }

  /** Whether consent and choices are in order; nothing is searched yet. */
  public ReleaseCheck choices(Material material) {
    var draft = material.draft();
    var unfinished =
        draft.contents().hasNothing()
            || draft.recipient().name().isEmpty()
            || (draft.forProsecutor() && Recipients.shownName(material).isEmpty())
            || Coverage.purpose(draft.purpose()).isEmpty();
    var outdated = new ArrayList<String>();
    for (var words : spoken(material)) {
      if (material.outdated(words)) {
        outdated.add(words.key());
      }
    }
    return new ReleaseCheck(
        unfinished, material.uncovered(), material.reworded(), outdated, List.of());
  }

  private static List<Spoken> spoken(Material material) {
    var all = new ArrayList<Spoken>();
    material.chosenAccounts().forEach(told -> all.add(material.spoken(told)));
    material.chosenIncidents().forEach(incident -> all.add(material.spoken(incident)));
    return all;
  }

  /**
   * Checks everything again, records that it leaves, and hands it out.
   *
   * @param recipient whom it is sealed to; null leaves it open
   * @throws DossierRefused for the first reason it may not go; {@code dossier.changed.conflict} if
   *     a consent, a wish or the draft changed meanwhile
   */
  public Handout release(Material material, Form form, @Nullable Recipient recipient)
      throws Refusal, IOException {
    choices(material).require();
    var now = clock.instant();
    var whole = whole(material, form, now);
    choices(material).found(whole.found()).require();
    record(material, form, recipient, whole);
    if (recipient == null) {
      return new Handout(whole.name(), whole.mediaType(), whole.body());
    }
    return new Handout(
        whole.name() + ".age",
        "application/octet-stream",
        out -> {
          // Closed only when all was written: a seal that ends too early must not look whole.
          var sealing = AgeFile.sealTo(new Kept(out), List.of(recipient));
          whole.body().writeTo(sealing);
          sealing.close();
        });
  }

  private Whole whole(Material material, Form form, Instant now) throws Refusal, IOException {
    var never = material.open().file().neverSaid().values();
    var search = new NeverCheck(never, material.copies(), strangers);
    for (var words : spoken(material)) {
      search.words(words, material.covered(words));
    }
    var papers = new Papers(messages, material, now).set();
    return form == Form.PDF
        ? paper(material, papers.getFirst(), search)
        : packed(material, papers, now, search);
  }

  private static Whole paper(Material material, Papers.Paper paper, NeverCheck search) {
    search.file("data/documents/" + paper.name(), paper.bytes());
    var sha256 = HexFormat.of().formatHex(Digests.sha256(paper.bytes()));
    return new Whole(
        Packing.name(material.dossier()) + ".pdf",
        paper.mediaType(),
        new Packing.Whole(sha256, paper.bytes().length),
        out -> out.write(paper.bytes()),
        search.found());
  }

  private Whole packed(Material material, List<Papers.Paper> papers, Instant now, NeverCheck search)
      throws Refusal, IOException {
    PackageWriter writer =
        new Packing(messages, material, proofs, cage).pack(papers, now, search::within);
    var measure = Packing.inspect(writer, search::file);
    return new Whole(
        writer.zipName(), "application/zip", measure, writer::writeZip, search.found());
  }

  private static void record(
      Material material, Form form, @Nullable Recipient recipient, Whole whole) throws Refusal {
    var register = material.open().register();
    var draft = material.draft();
    var sealedTo =
        recipient == null
            ? "open"
            : recipient instanceof PassphraseRecipient ? "passphrase" : "key";
    var exported =
        new DossierExported(
            draft.dossier(),
            form.code(),
            draft.recipient(),
            draft.purpose(),
            items(material, form),
            new DossierExported.File(
                whole.measure().sha256(),
                whole.measure().length(),
                sealedTo,
                sealedTo.equals("key") && recipient != null ? recipient.text() : ""),
            material.coverage().record());
    try {
      register.appendIf(material.seen(), Releases::matters, Dossiers.EXPORTED, exported);
    } catch (RegisterRefused refused) {
      throw refused.key().equals("register.conflict") ? DossierRefused.changed() : refused;
    }
    if (form == Form.PACKAGE) {
      var exhibits = Exhibits.of(register);
      for (var copy : material.copies()) {
        exhibits.note(
            new CustodyNoted(
                copy.exhibit().id(),
                "exported",
                draft.purpose(),
                copy.bytes().sha256(),
                draft.recipient().role()));
      }
    }
  }

  /** Entries after the reading that would have changed what leaves. */
  private static boolean matters(Entry<?> entry) {
    return entry.body() instanceof ConsentAnswered
        || entry.body() instanceof AccountTold
        || entry.body() instanceof NeverSaid
        || entry.body() instanceof DossierDrafted
        || entry.body() instanceof WordsCovered
        || entry.type().name().equals("register.erased")
        || entry.type().name().equals("register.blob-erased");
  }

  private static List<DossierExported.Item> items(Material material, Form form) {
    var items = new ArrayList<DossierExported.Item>();
    for (var told : material.chosenAccounts()) {
      var covered = !material.covered(material.spoken(told)).isEmpty();
      items.add(new DossierExported.Item("account", told.account().account(), "", "", covered));
    }
    for (var incident : material.chosenIncidents()) {
      var covered = !material.covered(material.spoken(incident)).isEmpty();
      items.add(new DossierExported.Item("incident", incident.id(), "", "", covered));
    }
    if (form == Form.PACKAGE) {
      for (var copy : material.copies()) {
        items.add(
            new DossierExported.Item(
                "exhibit",
                copy.exhibit().id(),
                copy.number(),
                copy.bytes().sha256(),
                !copy.original()));
      }
    }
    return items;
  }

  /** The age stream closes what it writes to; the response is not its to close. */
  private static final class Kept extends java.io.FilterOutputStream {

    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
