package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;
import org.vigie.ledger.NoteSignature;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.SplitProof;
import org.vigie.ledger.WitnessRequest;
import org.vigie.node.witness.Standing.Trouble;

/**
 * The witnesses that this house asks to cosign its custody log. What goes out to one is the log's
 * random name, the number of entries, hashes and signatures: no content, no name, nothing about
 * when something came in, because the log grows by the same number every hour. Protects against
 * this house rewriting its log, or being made to; does not protect before the first cosignature,
 * nor against all witnesses lying with it. Safe for several threads.
 */
public final class Witnesses {

  private final CustodyLog log;
  private final WitnessList list;
  private final OwnAlarms alarms;
  private final WitnessLine line;
  private final Path restored;
  private final InstantSource clock;

  /** {@code restored} is a file that is there while nobody may be asked. */
  Witnesses(
      CustodyLog log,
      WitnessList list,
      OwnAlarms alarms,
      WitnessLine line,
      Path restored,
      InstantSource clock) {
    this.log = log;
    this.list = list;
    this.alarms = alarms;
    this.line = line;
    this.restored = restored;
    this.clock = clock;
  }

  /** Whether this home came out of a backup and asks nobody until a keeper says so. */
  public boolean resting() {
    return Files.exists(restored);
  }

  /** Asks again, although this home came out of a backup: it is the house now, and no rehearsal. */
  public void resume() {
    try {
      Files.deleteIfExists(restored);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The key that a partner names to witness this log. */
  public NoteKey logKey() {
    return log.keys().getFirst();
  }

  /** Those that are asked, in the order they were named. */
  public List<AskedWitness> all() {
    return list.all();
  }

  /** The one that pages call {@code id}. */
  public Optional<AskedWitness> find(String id) {
    return list.find(id);
  }

  /** What showed about our own log and those ended before it, the oldest first. */
  public List<OwnAlarm> alarms() {
    return Stream.concat(alarms.earlier().stream(), alarms.all().stream()).toList();
  }

  /** Whether it is about a log that was ended. */
  public boolean isEarlier(OwnAlarm alarm) {
    return alarms.earlier().contains(alarm);
  }

  /** What stands in the way of asking a witness. */
  public enum Mistake {
    /** Not a key. */
    KEY("witness.mistake.key"),
    /** The key of a log: it states no time and cosigns nothing. */
    LOG_KEY("witness.mistake.log-key"),
    /** Already asked. */
    KNOWN("witness.mistake.known"),
    /** No address that is taken. */
    ADDRESS("witness.mistake.address"),
    /** As many as one house asks. */
    MANY("witness.mistake.many");

    private final String key;

    Mistake(String key) {
      this.key = key;
    }

    /** Message key. */
    public String key() {
      return key;
    }
  }

  /** What a keeper typed to ask a witness: read, or what is wrong with it. */
  public sealed interface Typed {
    /** It is asked from now on. */
    record Added(AskedWitness witness) implements Typed {}

    /** Nothing was changed. */
    record Wrong(Mistake mistake) implements Typed {}
  }

  /** Asks another witness from now on. {@code address} is empty where files are carried. */
  public Typed add(String vkey, String address) {
    NoteKey key;
    try {
      key = NoteKey.parse(vkey.replaceAll("\\s", ""));
    } catch (LedgerRefused malformed) {
      return new Typed.Wrong(Mistake.KEY);
    }
    if (key.type() == SignatureType.ED25519) {
      return new Typed.Wrong(Mistake.LOG_KEY);
    }
    var reached = address.isBlank() ? Optional.of("") : WitnessAddress.parse(address.strip());
    if (reached.isEmpty()) {
      return new Typed.Wrong(Mistake.ADDRESS);
    }
    if (all().stream().anyMatch(one -> one.key().name().equals(key.name()))) {
      return new Typed.Wrong(Mistake.KNOWN);
    }
    if (all().size() >= WitnessList.MOST) {
      return new Typed.Wrong(Mistake.MANY);
    }
    var asked = new AskedWitness(key, reached.get(), Standing.NEW);
    list.add(asked);
    return new Typed.Added(asked);
  }

  /** Asks it no more. What it cosigned stays. */
  public void remove(String id) {
    list.remove(id);
  }

  /** How many have to cosign. */
  public int needed() {
    return list.needed();
  }

  /** Sets how many have to cosign. */
  public void need(int number) {
    list.need(Math.clamp(number, 1, WitnessList.MOST));
  }

  /** How far the log is witnessed now. */
  public Reach reach() {
    var asked = all();
    var needed = needed();
    var sizes =
        asked.stream()
            .filter(one -> !one.standing().grave())
            .map(one -> one.standing().size())
            .sorted(Comparator.reverseOrder())
            .toList();
    var witnessed = sizes.size() < needed ? 0 : sizes.get(needed - 1);
    var grave = !alarms.all().isEmpty();
    return new Reach(newest().size(), witnessed, needed, asked.size(), grave);
  }

  private Checkpoint newest() {
    return checkpoint(log.checkpoint());
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return note.checkpoint();
    } catch (LedgerRefused impossible) {
      throw new IllegalStateException("our own checkpoint", impossible);
    }
  }

  /** Whether there is something it has not cosigned. */
  boolean behind(AskedWitness witness) {
    return newest().size() > witness.standing().size();
  }

  /** The question for {@code witness}: the newest checkpoint, from where it stands. */
  public WitnessRequest request(AskedWitness witness) {
    var note = log.checkpoint();
    return request(note, Math.min(witness.standing().size(), checkpoint(note).size()));
  }

  private WitnessRequest request(SignedNote note, long from) {
    var size = checkpoint(note).size();
    var path = from == 0 ? List.<Hash>of() : log.consistency(from, size).path();
    return new WitnessRequest(from, path, note);
  }

  /** Asks {@code witness} now, if it has an address, and keeps what came of it. */
  public void ask(AskedWitness witness) throws InterruptedException {
    if (resting() || witness.address().isEmpty() || newest().size() == 0) {
      return;
    }
    try {
      var request = request(witness);
      if (conflicts(witness, request, line.ask(witness.address(), request.encoded()))) {
        // It remembers another size than we thought: once more from there.
        var known = list.find(witness.id()).orElse(witness);
        var again = request(known);
        if (conflicts(known, again, line.ask(witness.address(), again.encoded()))) {
          trouble(witness, Trouble.REFUSED);
        }
      }
    } catch (IOException noAnswer) {
      trouble(witness, Trouble.UNREACHABLE);
    }
  }

  /** Keeps what a reply says; whether to ask again from the size it names. */
  private boolean conflicts(AskedWitness witness, WitnessRequest request, WitnessLine.Reply reply)
      throws IOException, InterruptedException {
    switch (reply.status()) {
      case 200 -> cosigned(witness, checkpoint(request.note()).size(), reply.body());
      case 403 -> trouble(witness, Trouble.UNTRUSTED);
      case 404 -> trouble(witness, Trouble.UNKNOWN_LOG);
      case 409 -> {
        return !contradicted(witness, request, reply) && rewound(witness, reply.body().strip());
      }
      case 422 -> {
        if (!contradicted(witness, request, reply)) {
          trouble(witness, Trouble.REFUSED);
        }
      }
      case 429, 500, 502, 503, 504 -> trouble(witness, Trouble.UNREACHABLE);
      default -> trouble(witness, Trouble.REFUSED);
    }
    return false;
  }

  private void cosigned(AskedWitness witness, long size, String body) {
    var lines = new ArrayList<NoteSignature>();
    try {
      for (var one : body.lines().limit(SignedNote.MAX_SIGNATURES).toList()) {
        lines.add(NoteSignature.parse(one));
      }
      keep(witness, log.checkpoint(size).with(lines), size);
    } catch (LedgerRefused | IllegalArgumentException noCosignature) {
      trouble(witness, Trouble.REFUSED);
    }
  }

  private void keep(AskedWitness witness, SignedNote note, long size) throws LedgerRefused {
    log.cosign(size, note.signatures(), List.of(witness.key()));
    var at =
        note.verify(List.of(witness.key())).stream()
            .flatMap(by -> by.at().stream())
            .max(Comparator.naturalOrder())
            .orElseGet(clock::instant);
    list.change(witness.id(), standing -> standing.cosigned(size, at));
  }

  /** It says that it remembers another size, and shows nothing that contradicts us. */
  private boolean rewound(AskedWitness witness, String said) {
    if (!said.matches("0|[1-9][0-9]{0,17}")) {
      trouble(witness, Trouble.REFUSED);
      return false;
    }
    var size = Long.parseLong(said);
    if (size > newest().size()) {
      trouble(witness, Trouble.AHEAD);
      return false;
    }
    list.change(witness.id(), s -> new Standing(size, s.at(), s.trouble(), s.since()));
    return true;
  }

  /** Whether the checkpoint it shows contradicts ours; then it is told so, with our own. */
  private boolean contradicted(
      AskedWitness witness, WitnessRequest request, WitnessLine.Reply reply)
      throws IOException, InterruptedException {
    var shown = shown(reply.kept());
    if (shown.isEmpty() || agrees(witness, shown.get())) {
      return false;
    }
    var size = checkpoint(shown.get()).size();
    if (size <= newest().size() && size != checkpoint(request.note()).size()) {
      // So that its house, too, holds both: our own checkpoint of the size it remembers.
      var own = own(size);
      if (own.isPresent()) {
        var _ = line.ask(witness.address(), request(own.get(), size).encoded());
      }
    }
    return true;
  }

  private Optional<SignedNote> own(long size) {
    try {
      return Optional.of(log.checkpoint(size));
    } catch (LedgerRefused neverPublished) {
      return Optional.empty();
    }
  }

  private Optional<SignedNote> shown(String header) {
    try {
      var text = new String(Base64.getDecoder().decode(header), UTF_8);
      return text.isEmpty() ? Optional.empty() : Optional.of(ours(SignedNote.parse(text)));
    } catch (LedgerRefused | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A checkpoint that our own key signed; anything else says nothing about our log. */
  private SignedNote ours(SignedNote note) throws LedgerRefused {
    note.verify(List.of(logKey()));
    if (!note.checkpoint().origin().equals(logKey().name())) {
      throw new LedgerRefused("ledger.another-log");
    }
    return note;
  }

  /**
   * Whether {@code shown}, which our own key signed, is part of the history we hold. If not, it is
   * kept as proof beside ours.
   */
  private boolean agrees(AskedWitness witness, SignedNote shown) {
    var theirs = checkpoint(shown);
    var ours = theirs.size() > newest().size() ? Optional.<SignedNote>empty() : own(theirs.size());
    if (theirs.size() == 0 || (ours.isPresent() && checkpoint(ours.get()).equals(theirs))) {
      return true;
    }
    var beside = ours.orElseGet(log::checkpoint);
    var proof = new SplitProof(logKey(), beside, shown, List.of());
    alarms.add(new OwnAlarm(witness.id(), clock.instant(), proof));
    trouble(witness, ours.isPresent() ? Trouble.SPLIT : Trouble.AHEAD);
    return false;
  }

  private void trouble(AskedWitness witness, Trouble trouble) {
    Instant now = clock.instant();
    list.change(witness.id(), standing -> standing.in(trouble, now));
  }

  /** What a file that a partner brought turned out to be. */
  public enum Answered {
    /** A cosignature, now kept. */
    COSIGNED,
    /** Not a checkpoint of our log. */
    NOT_OURS,
    /** Ours, without a signature of that witness. */
    NOT_SIGNED,
    /** Another history or a later state of our log. */
    CONTRADICTED
  }

  /** Takes the file that {@code witness} gave back. */
  public Answered take(AskedWitness witness, String file) {
    try {
      var note = ours(SignedNote.parse(file));
      if (!agrees(witness, note)) {
        return Answered.CONTRADICTED;
      }
      var signed = note.verify(List.of(logKey(), witness.key()));
      if (signed.stream().noneMatch(by -> by.key().equals(witness.key()))) {
        return Answered.NOT_SIGNED;
      }
      keep(witness, note, note.checkpoint().size());
      return Answered.COSIGNED;
    } catch (LedgerRefused notOurs) {
      return Answered.NOT_OURS;
    }
  }
}
