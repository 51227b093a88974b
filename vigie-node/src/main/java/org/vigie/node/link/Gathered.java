package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.matching.identifier.Found;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.PersonNames;
import org.vigie.matching.identifier.Platform;
import org.vigie.matching.identifier.Reading;
import org.vigie.matching.recording.RecordingMarks;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.caller.Callers;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.SoundMarks;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.incident.IncidentRecorded.Citation;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.seal.Digests;

/**
 * What of one incident would be compared: the numbers and names noted with it, those in its words
 * and in the lines it cites, the words, and the recordings it cites. What the person never wants
 * said is left out.
 *
 * @param pieces identifiers, each once
 * @param text the words, or the cited lines where there are none
 * @param author who wrote the words
 * @param recordings cited as a whole, if enough of them could be heard
 * @param source SHA-256 of all that was read for it, as it is written and whatever the rules, in
 *     hexadecimal digits
 */
record Gathered(
    List<Piece> pieces, String text, Author author, List<Recording> recordings, String source) {

  private static final int SHORTEST_ALIAS = 4;
  private static final int MOST_RECORDINGS = 4;

  /** An identifier and who wrote it down. */
  record Piece(SharedKind kind, Identifier identifier, Author author) {}

  /** What a recording would be recognised by, what it hashes to, and who brought it. */
  record Recording(RecordingMarks marks, String sha256, Author author) {}

  static Gathered of(OpenRegister file, IncidentRecorded incident, LinkPolicy policy, Rules rules)
      throws RegisterRefused {
    var authors = file.fold(CaseLinks.FOLD).authors();
    var author = authors.getOrDefault(incident.incident(), new Author.Node());
    var written = new ArrayList<String>();
    var pieces = new LinkedHashMap<String, Piece>();
    for (var id : incident.approach().callers()) {
      var noted = Callers.of(file).find(id);
      if (noted.isPresent()) {
        var by = authors.getOrDefault(id, author);
        written.add(noted.get().kind());
        written.add(noted.get().platform());
        written.add(noted.get().region());
        written.add(noted.get().raw());
        read(noted.get(), policy, rules).ifPresent(piece -> add(pieces, piece.kind(), piece, by));
      }
    }
    var quotes =
        incident.citations().stream().map(Citation::quote).collect(Collectors.joining("\n"));
    var words = incident.words().original();
    for (var found : found(words + "\n" + quotes, policy)) {
      add(pieces, SharedKind.of(found), new Named(SharedKind.of(found), found), author);
    }
    written.add(words);
    written.add(quotes);
    var wishes = new TreeSet<String>();
    hidden(file, policy, rules)
        .forEach((form, wish) -> {
          if (pieces.remove(form) != null) {
            wishes.add(wish);
          }
        });
    written.addAll(wishes);
    var most = pieces.values().stream().limit(policy.perIncident()).toList();
    var recordings = recordings(file, incident.citations());
    written.addAll(heard(file, incident.citations()));
    var text = words.isBlank() ? quotes : words;
    return new Gathered(most, text, author, recordings, source(written));
  }

  /**
   * The SHA-256 of every recording cited, whether it can be recognised or not: somebody read it
   * with what it is cited for, and that outlives what it is recognised by.
   */
  private static Set<String> heard(OpenRegister file, List<Citation> citations)
      throws RegisterRefused {
    var heard = new LinkedHashSet<String>();
    for (var citation : citations) {
      Exhibits.of(file)
          .find(citation.exhibit())
          .map(Exhibit::received)
          .filter(Waveforms::recording)
          .ifPresent(received -> heard.add(received.bytes().sha256()));
    }
    return heard;
  }

  private static List<Recording> recordings(OpenRegister file, List<Citation> citations)
      throws RegisterRefused {
    var recordings = new LinkedHashMap<String, Recording>();
    for (var citation : citations) {
      var exhibit = Exhibits.of(file).find(citation.exhibit());
      if (exhibit.isPresent() && recordings.size() < MOST_RECORDINGS) {
        var sha256 = exhibit.get().received().bytes().sha256();
        var by = exhibit.get().by();
        SoundMarks.of(exhibit.get())
            .filter(RecordingMarks::isComparable)
            .ifPresent(marks -> recordings.putIfAbsent(sha256, new Recording(marks, sha256, by)));
      }
    }
    return List.copyOf(recordings.values());
  }

  private record Named(SharedKind kind, Identifier identifier) {}

  private static void add(Map<String, Piece> pieces, SharedKind kind, Named named, Author author) {
    pieces.putIfAbsent(named.identifier().canonical(), new Piece(kind, named.identifier(), author));
  }

  private static List<Identifier> found(String text, LinkPolicy policy) {
    return Identifiers.findIn(text, policy.region()).stream().map(Found::identifier).toList();
  }

  /** Each with its length before it, so that nothing can move from one to the next. */
  private static String source(List<String> written) {
    var all = new StringBuilder();
    written.forEach(one -> all.append(one.length()).append(' ').append(one).append('\n'));
    return HexFormat.of().formatHex(Digests.sha256(all.toString().getBytes(UTF_8)));
  }

  private static Optional<Named> read(CallerNoted caller, LinkPolicy policy, Rules rules) {
    if (caller.kind().equals("masked")) {
      return Optional.empty();
    }
    if (caller.kind().equals("alias")) {
      return alias(caller.raw(), rules);
    }
    var raw =
        caller.kind().equals("handle") && !caller.platform().isBlank()
            ? caller.platform() + ":" + caller.raw()
            : caller.raw();
    var region = Identifiers.isRegion(caller.region()) ? caller.region() : policy.region();
    for (var attempt : List.of(raw, caller.raw())) {
      if (Identifiers.read(attempt, region) instanceof Reading.Read(var identifier)) {
        return Optional.of(new Named(SharedKind.of(identifier), identifier));
      }
    }
    return Optional.empty();
  }

  /** A name of a person in whatever script; else what they called themselves, as it is written. */
  private static Optional<Named> alias(String raw, Rules rules) {
    var person = PersonNames.read(raw);
    if (person.isPresent() && !rules.namesAsWritten()) {
      return Optional.of(new Named(SharedKind.ALIAS, person.get()));
    }
    var plain =
        Normalizer.normalize(raw, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .strip()
            .replaceAll("[\\s\\p{Z}]+", " ");
    return plain.codePoints().filter(Character::isLetter).count() < SHORTEST_ALIAS
        ? Optional.empty()
        : Optional.of(new Named(SharedKind.ALIAS, new Handle(Platform.UNSTATED, plain)));
  }

  /** What is never to be said, by its form, with the wish that says so. */
  private static Map<String, String> hidden(OpenRegister file, LinkPolicy policy, Rules rules)
      throws RegisterRefused {
    var hidden = new LinkedHashMap<String, String>();
    for (var wish : file.fold(CaseFile.FOLD).neverSaid().values()) {
      found(wish.text(), policy).forEach(it -> hidden.put(it.canonical(), wish.text()));
      if (Identifiers.read(wish.text(), policy.region()) instanceof Reading.Read(var it)) {
        hidden.put(it.canonical(), wish.text());
      }
      alias(wish.text(), rules)
          .ifPresent(name -> hidden.put(name.identifier().canonical(), wish.text()));
    }
    return hidden;
  }

  /** SHA-256 of everything in it, in hexadecimal digits. */
  String digest() {
    var parts = new ArrayList<String>();
    pieces.forEach(piece -> parts.add(piece.identifier().canonical()));
    parts.sort(null);
    parts.add("");
    parts.add(text);
    recordings.forEach(recording -> parts.add(recording.sha256()));
    return HexFormat.of().formatHex(Digests.sha256(String.join("\n", parts).getBytes(UTF_8)));
  }

  /** Everyone who wrote a part of it. */
  Set<Author> authors() {
    var all = new LinkedHashSet<Author>();
    pieces.forEach(piece -> all.add(piece.author()));
    all.add(author);
    recordings.forEach(recording -> all.add(recording.author()));
    return all;
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "Gathered[" + pieces.size() + "]";
  }
}
