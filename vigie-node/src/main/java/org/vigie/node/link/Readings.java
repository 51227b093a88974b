package org.vigie.node.link;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.vigie.kernel.MemberId;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.incident.Incident;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * What is read of an incident to be compared, by the rules of this release, and whether what was
 * said of it before still holds: a person reads words, not forms, so their reading outlives a
 * change of the rules.
 */
final class Readings {

  private final LinkKeys keys;
  private final LinkPolicy policy;

  Readings(LinkKeys keys, LinkPolicy policy) {
    this.keys = keys;
    this.policy = policy;
  }

  Gathered of(OpenRegister file, Incident incident) throws RegisterRefused {
    return Gathered.of(file, incident.now(), policy, Rules.NOW);
  }

  /** Whether what was read once, as these two say, is what the incident holds now. */
  boolean holds(
      OpenRegister file, Incident incident, Gathered gathered, String digest, String source)
      throws RegisterRefused {
    if (digest.equals(gathered.digest())) {
      return true;
    }
    return source.isEmpty()
        ? digest.equals(before(file, incident).digest())
        : source.equals(gathered.source());
  }

  private Gathered before(OpenRegister file, Incident incident) throws RegisterRefused {
    return Gathered.of(file, incident.now(), policy, Rules.BEFORE);
  }

  /** Who read what the incident holds now and found that it may be compared. */
  List<MemberId> by(OpenRegister file, Incident incident, Gathered gathered)
      throws RegisterRefused {
    var approval = file.fold(CaseLinks.FOLD).approvals().get(incident.id());
    return approval != null && holds(file, incident, gathered, approval.digest(), approval.source())
        ? List.copyOf(approval.by())
        : List.of();
  }

  /** For every part, somebody other than whoever wrote it has read the whole. */
  boolean approved(OpenRegister file, Incident incident, Gathered gathered) throws RegisterRefused {
    var by = by(file, incident, gathered);
    return gathered.authors().stream()
        .allMatch(author -> by.stream().anyMatch(m -> !author.equals(new Author.Member(m))));
  }

  boolean comparable(Gathered gathered) {
    return !gathered.pieces().isEmpty()
        || !gathered.recordings().isEmpty()
        || !script(gathered).isEmpty();
  }

  /** The sketch of its words in base64, or empty. */
  String script(Gathered gathered) {
    var found = Identifiers.findIn(gathered.text(), policy.region());
    var sketch = keys.sketcher().sketch(gathered.text(), found);
    return sketch.isComparable() ? Base64.getEncoder().encodeToString(sketch.encoded()) : "";
  }

  /** The sketches of its recordings in base64. */
  List<String> recordings(Gathered gathered) {
    return gathered.recordings().stream()
        .map(recording -> keys.recordings().sketch(recording.marks()).encoded())
        .map(Base64.getEncoder()::encodeToString)
        .toList();
  }

  /** The accounts that brought its recordings. */
  List<String> bringers(Gathered gathered) {
    return gathered.recordings().stream().map(recording -> account(recording.author())).toList();
  }

  /** The identifier of the account, or nothing where the house wrote it. */
  static String account(Author author) {
    return author instanceof Author.Member(var id) ? id.value() : "";
  }

  /** Which form each of {@code parts} has, for this node's eyes. */
  List<String> forms(Gathered gathered, List<Integer> parts) {
    return parts.stream().map(part -> form(gathered.pieces(), part)).toList();
  }

  private String form(List<Gathered.Piece> pieces, int part) {
    return part < 0 || part >= pieces.size()
        ? ""
        : keys.digest("form", pieces.get(part).identifier().canonical());
  }

  /** Which form each token of {@code offer} was made from, in their order. */
  List<String> forms(OpenRegister file, Incident incident, LinkOffered offer)
      throws RegisterRefused {
    if (!offer.rules().isEmpty()) {
      return offer.forms();
    }
    var now = of(file, incident);
    var former = offer.digest().equals(now.digest()) ? now : before(file, incident);
    var parts = new ArrayList<>(offer.parts());
    for (var part = 0; offer.whole() && part < former.pieces().size(); part++) {
      parts.add(part);
    }
    return forms(former, parts);
  }

  /** Whose case it is: those who read it as theirs, and the name a caseworker gave it. */
  List<String> persons(OpenRegister file) throws RegisterRefused {
    var persons = new ArrayList<String>();
    for (var member : file.members()) {
      if (member.role().name().equals("person")) {
        persons.add(keys.digest("person", member.id().value()));
      }
    }
    var name = file.fold(CaseFile.FOLD).opened().pseudonym().strip();
    if (persons.isEmpty() && !name.isEmpty()) {
      var opener = file.members().getFirst().id().value();
      persons.add(keys.digest("named", opener + "/" + name.toLowerCase(Locale.ROOT)));
    }
    return List.copyOf(persons);
  }
}
