package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.EntryRow;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;
import org.vigie.seal.VerifyingKey;

/**
 * Who reads a register and in which epoch it is, as its own entries say, checked from the founder
 * onward. Protects against members, keys and epochs that no steward signed; does not protect
 * against a founder whose key nobody compared.
 */
final class Manifest {

  private final EpochKeys epochs;
  private final Map<MemberId, Member> members = new LinkedHashMap<>();
  private final Map<MemberId, Member> former = new HashMap<>();
  private final Map<MemberId, String> slots = new HashMap<>();
  private final Map<BlobId, Reserved.BlobKept> blobs = new LinkedHashMap<>();
  private final Set<Long> erased = new HashSet<>();
  private final Map<Long, Author> authors = new HashMap<>();
  private @Nullable VerifyingKey node;
  private @Nullable MemberId founder;
  private String kind = "";
  private int epoch;

  Manifest(EpochKeys epochs) {
    this.epochs = epochs;
  }

  String kind() {
    return kind;
  }

  int epoch() {
    return epoch;
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  Optional<Member> member(MemberId id) {
    return Optional.ofNullable(members.get(id));
  }

  /** A member of now or of earlier. */
  Optional<Member> everMember(MemberId id) {
    return member(id).or(() -> Optional.ofNullable(former.get(id)));
  }

  Optional<Member> founder() {
    return founder == null ? Optional.empty() : everMember(founder);
  }

  Slot slot(MemberId id) throws RegisterRefused {
    var slot = slots.get(id);
    if (slot == null) {
      throw new RegisterRefused("register.malformed-entry");
    }
    return new Slot(Codec.hex(slot));
  }

  Map<BlobId, Reserved.BlobKept> blobs() {
    return blobs;
  }

  boolean erased(long sequence) {
    return erased.contains(sequence);
  }

  Set<Long> erasures() {
    return erased;
  }

  /** Whether {@code who} may destroy entry {@code sequence}: its author and every steward may. */
  boolean mayErase(Author who, long sequence) {
    return who.equals(authors.get(sequence)) || steward(who);
  }

  boolean steward(Author who) {
    return who instanceof Author.Member(var id)
        && member(id).map(m -> m.role().steward()).orElse(false);
  }

  /** The key that must have signed what {@code author} writes now. */
  VerifyingKey signer(Author author, EntryRow row, @Nullable Object body) throws RegisterRefused {
    if (row.sequence() == 0 && body instanceof Reserved.Founded founded) {
      return keys(founded.founder()).verifier();
    }
    return switch (author) {
      case Author.Member(var id) ->
          member(id)
              .map(m -> m.keys().verifier())
              .orElseThrow(() -> RegisterRefused.about(id, "register.wrong-signer"));
      case Author.Node _ -> {
        if (node == null) {
          throw ColdCheck.tampered(row.sequence());
        }
        yield node;
      }
    };
  }

  /** Checks that {@code row} stands in the present epoch or opens the next one. */
  void requireEpoch(EntryRow row, String type) throws RegisterRefused {
    var opens = type.equals(Reserved.EPOCH_OPENED.name()) || type.equals(Reserved.FOUNDED.name());
    if (row.epoch() != (opens ? epoch + 1 : epoch)
        || (row.sequence() == 0) != type.equals(Reserved.FOUNDED.name())) {
      throw new RegisterRefused("register.replayed-epoch", row.sequence());
    }
  }

  /** Takes in an entry whose signature has been checked. */
  void accept(Author author, EntryRow row, @Nullable Object body) throws RegisterRefused {
    authors.put(row.sequence(), author);
    switch (body) {
      case Reserved.Founded founded -> found(author, row, founded);
      case Reserved.MemberAdded added -> add(requireSteward(author), added, row.sequence());
      case Reserved.MemberRemoved removed -> remove(requireSteward(author), removed);
      case Reserved.EpochOpened opened -> open(requireSteward(author), opened, row.epoch());
      case Reserved.Erased gone -> erase(author, gone, row.sequence());
      case Reserved.BlobKept kept -> blobs.put(Codec.blob(kept.blob()), kept);
      case Reserved.BlobErased gone -> blobs.remove(Codec.blob(gone.blob()));
      case null, default -> {}
    }
  }

  private MemberId requireSteward(Author author) throws RegisterRefused {
    if (author instanceof Author.Member(var id)) {
      if (steward(author)) {
        return id;
      }
      throw RegisterRefused.about(id, "register.wrong-signer");
    }
    throw new RegisterRefused("register.wrong-signer");
  }

  private void found(Author author, EntryRow row, Reserved.Founded founded) throws RegisterRefused {
    var id = Codec.member(founded.founder().member());
    if (!author.equals(new Author.Member(id))) {
      throw RegisterRefused.about(id, "register.wrong-signer");
    }
    kind = founded.kind();
    founder = id;
    add(id, founded.founder(), row.sequence());
    try {
      node = VerifyingKey.ofBytes(Codec.hex(founded.nodeKey()));
    } catch (SealRefused malformed) {
      throw RegisterRefused.about(id, "register.false-key");
    }
    open(id, new Reserved.EpochOpened(1, founded.recipient()), row.epoch());
  }

  private void add(MemberId by, Reserved.MemberAdded added, long sequence) throws RegisterRefused {
    var id = Codec.member(added.member());
    if (members.containsKey(id)) {
      throw RegisterRefused.about(by, "register.wrong-signer");
    }
    var keys = keys(added);
    var before = former.get(id);
    if (before != null && !before.keys().equals(keys)) {
      throw RegisterRefused.about(id, "register.false-key");
    }
    if (added.role().isEmpty() || added.role().length() > Role.LONGEST) {
      throw RegisterRefused.about(by, "register.wrong-signer");
    }
    var role = new Role(added.role(), added.steward());
    members.put(id, new Member(id, keys, role, sequence));
    slots.put(id, added.slot());
  }

  private static PublicKeys keys(Reserved.MemberAdded added) throws RegisterRefused {
    try {
      return PublicKeys.parse(Base64.getDecoder().decode(added.keys()));
    } catch (SealRefused | IllegalArgumentException malformed) {
      throw RegisterRefused.about(Codec.member(added.member()), "register.false-key");
    }
  }

  private void remove(MemberId by, Reserved.MemberRemoved removed) throws RegisterRefused {
    var gone = members.remove(Codec.member(removed.member()));
    if (gone == null) {
      throw RegisterRefused.about(by, "register.wrong-signer");
    }
    former.put(gone.id(), gone);
  }

  private void open(MemberId by, Reserved.EpochOpened opened, int rowEpoch) throws RegisterRefused {
    if (opened.epoch() != rowEpoch || rowEpoch != epoch + 1) {
      throw RegisterRefused.about(by, "register.replayed-epoch");
    }
    epoch = rowEpoch;
    epochs.requireRecipient(epoch, opened.recipient(), by);
  }

  private void erase(Author author, Reserved.Erased gone, long sequence) throws RegisterRefused {
    if (gone.sequence() >= sequence || !mayErase(author, gone.sequence())) {
      throw ColdCheck.tampered(sequence);
    }
    erased.add(gone.sequence());
  }

  /** How an epoch's recipient is named in the entries. */
  static String recipientHash(String recipient) {
    return Hash.sha256("vigie/v1/recipient\n".getBytes(US_ASCII), recipient.getBytes(US_ASCII))
        .toString();
  }
}
