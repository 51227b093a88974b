package org.vigie.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;

/**
 * The entries of one register as one member reads them: fetched once, checked, opened and kept for
 * the session. Not safe for several threads; {@link OpenRegister} guards it.
 */
final class RegisterReader {

  private static final int PAGE = 256;
  private static final int FOLDS = 16;

  private final Ports ports;
  private final RegisterId id;
  private final UnlockedMember member;
  private final Keyring.Held held;
  private final EpochKeys epochs;
  private final Manifest manifest;
  private final List<Entry<?>> entries = new ArrayList<>();
  private final Set<Long> missing = new HashSet<>();
  private final Map<Fold<?>, Folded<?>> folds = new LinkedHashMap<>(FOLDS, 0.75f, true);
  private @Nullable List<Entry<?>> snapshot;
  private Hash head = Link.NOTHING;

  private record Folded<S>(int count, S state) {}

  RegisterReader(Ports ports, RegisterId id, UnlockedMember member, Keyring.Held held) {
    this.ports = ports;
    this.id = id;
    this.member = member;
    this.held = held;
    epochs = new EpochKeys(id, ports.rows());
    manifest = new Manifest(epochs);
  }

  EpochKeys epochs() {
    return epochs;
  }

  Manifest manifest() {
    return manifest;
  }

  /** Hash of the last entry. */
  Hash head() {
    return head;
  }

  long next() {
    return entries.size();
  }

  Entry<?> entry(long sequence) {
    return entries.get(Math.toIntExact(sequence));
  }

  List<Entry<?>> entries() {
    var list = snapshot;
    if (list == null) {
      list = List.copyOf(entries);
      snapshot = list;
    }
    return list;
  }

  <S> S fold(Fold<S> fold) {
    @SuppressWarnings("unchecked") // filled below with the state of an equal fold
    var before = (@Nullable Folded<S>) folds.get(fold);
    var state = before == null ? fold.empty() : before.state();
    for (var i = before == null ? 0 : before.count(); i < entries.size(); i++) {
      state = fold.step(state, entries.get(i));
    }
    folds.put(fold, new Folded<>(entries.size(), state));
    if (folds.size() > FOLDS) {
      folds.remove(folds.keySet().iterator().next());
    }
    return state;
  }

  /** Reads what is new and checks it. */
  void refresh() throws RegisterRefused {
    var before = next();
    var full = true;
    while (full) {
      // The last entry is read again: an older copy of the rows no longer has it.
      var from = Math.max(0, next() - 1);
      var page = ports.rows().entries(id, from, PAGE);
      var fresh = next() == 0 ? page : afterHead(page);
      for (var row : fresh) {
        accept(row);
      }
      full = page.size() == PAGE;
    }
    if (next() > before) {
      finish();
    }
  }

  private List<EntryRow> afterHead(List<EntryRow> page) throws RegisterRefused {
    if (page.isEmpty() || !page.getFirst().hash().equals(head)) {
      throw new RegisterRefused("register.rolled-back", next());
    }
    return page.subList(1, page.size());
  }

  /** Takes in the next row. */
  void accept(EntryRow row) throws RegisterRefused {
    if (!row.register().equals(id)) {
      throw ColdCheck.tampered(row.sequence());
    }
    ColdCheck.follows(row, next(), head);
    var key = key(row.keyEpoch());
    var headOf = EntrySeal.openHead(row, key);
    manifest.requireEpoch(row, headOf.type());
    var entry = open(row, headOf, key);
    requireSigned(row, headOf, entry.body());
    manifest.accept(headOf.author(), row, entry.body());
    follow(entry, row);
  }

  private void follow(Entry<?> entry, EntryRow row) throws RegisterRefused {
    entries.add(entry);
    head = row.hash();
    snapshot = null;
    switch (entry.body()) {
      case Reserved.Founded founded -> pin(founded.founder());
      case Reserved.MemberAdded added -> pin(added);
      case Reserved.MemberRemoved removed -> requireNotMe(removed);
      case Reserved.Erased erased -> blank(erased.sequence());
      case null, default -> {}
    }
  }

  private void pin(Reserved.MemberAdded added) throws RegisterRefused {
    var whose = Codec.member(added.member());
    var theirs = manifest.member(whose);
    if (theirs.isPresent()) {
      member.pin(whose, theirs.get().keys());
    }
  }

  private void requireNotMe(Reserved.MemberRemoved removed) throws RegisterRefused {
    // A member who was removed may be added again later; then there is a wrap for them.
    if (removed.member().equals(member.id().value()) && !epochs.load(held.slot(), member.keys())) {
      member.drop(id);
      throw new RegisterRefused("register.no-longer-member");
    }
  }

  private void blank(long sequence) {
    entries.set(Math.toIntExact(sequence), entry(sequence).erase());
    folds.clear();
  }

  private EpochKey key(int epoch) throws RegisterRefused {
    var key = epochs.find(epoch);
    if (key.isPresent()) {
      return key.get();
    }
    if (!epochs.load(held.slot(), member.keys())) {
      throw new RegisterRefused("register.no-longer-member");
    }
    // A wrap of the latest epoch leads to all: an epoch beyond it is somebody's invention.
    return epochs.find(epoch).orElseThrow(() -> ColdCheck.tampered(next()));
  }

  private Entry<?> open(EntryRow row, EntryHead headOf, EpochKey key) throws RegisterRefused {
    var bodyKey = row.bodyKey();
    var body = row.body();
    if (bodyKey == null || body == null) {
      if (Reserved.reserves(headOf.type())) {
        throw ColdCheck.tampered(row.sequence());
      }
      missing.add(row.sequence());
      return blank(row, headOf, ports.types().typeOf(headOf.type(), headOf.version()));
    }
    var json = EntrySeal.openBody(row, bodyKey, body, key);
    return filled(row, headOf, ports.types().read(headOf.type(), headOf.version(), json));
  }

  private static <T> Entry<T> blank(EntryRow row, EntryHead head, EntryType<T> type) {
    return new Entry<>(row.sequence(), head.at(), head.author(), type, null, row.hash());
  }

  private static <T> Entry<T> filled(EntryRow row, EntryHead head, EntryTypes.Opened<T> opened) {
    return new Entry<>(
        row.sequence(), head.at(), head.author(), opened.type(), opened.body(), row.hash());
  }

  private void requireSigned(EntryRow row, EntryHead headOf, @Nullable Object body)
      throws RegisterRefused {
    var author = headOf.author();
    var signer = manifest.signer(author, row, body);
    var good =
        signer.verify(
            EntrySeal.label(author), headOf.signedBy(Link.of(row)), headOf.signature().toArray());
    if (!good) {
      throw switch (author) {
        case Author.Member(var who) -> RegisterRefused.about(who, "register.wrong-signer");
        case Author.Node _ -> new RegisterRefused("register.wrong-signer");
      };
    }
  }

  /** What can be checked only when the last entry has been read. */
  void finish() throws RegisterRefused {
    if (!manifest.erasures().containsAll(missing)) {
      throw new RegisterRefused("register.entry-missing");
    }
    for (var grant : epochs.takeUnverified()) {
      requireGiven(grant);
    }
    var founder = manifest.founder().orElseThrow(() -> ColdCheck.tampered(0));
    var print = Bytes.of(founder.keys().fingerprint());
    if (!held.founder().equals(Keyring.Held.UNKNOWN) && !held.founder().equals(print)) {
      throw RegisterRefused.about(founder.id(), "register.false-key");
    }
    requireNotOlder();
    requireMember();
    member.saw(id, next() - 1, head, print);
  }

  private void requireGiven(Grant grant) throws RegisterRefused {
    var giver =
        manifest
            .everMember(grant.giver())
            .orElseThrow(() -> RegisterRefused.about(grant.giver(), "register.false-grant"));
    grant.requireSigned(giver.keys(), key(grant.epoch()));
    if (grant.headSequence() >= next()
        || !entry(grant.headSequence()).hash().equals(grant.headHash())) {
      throw new RegisterRefused("register.rolled-back", next());
    }
  }

  private void requireNotOlder() throws RegisterRefused {
    if (held.seen() >= next()
        || (held.seen() >= 0 && !entry(held.seen()).hash().equals(held.seenHash()))) {
      throw new RegisterRefused("register.rolled-back", next());
    }
  }

  private void requireMember() throws RegisterRefused {
    var me = manifest.member(member.id());
    if (me.isEmpty()) {
      throw new RegisterRefused("register.no-longer-member");
    }
    if (!me.get().keys().equals(member.publicKeys())) {
      throw RegisterRefused.about(member.id(), "register.false-key");
    }
  }

  void close() {
    epochs.close();
    entries.clear();
    folds.clear();
    snapshot = null;
  }
}
