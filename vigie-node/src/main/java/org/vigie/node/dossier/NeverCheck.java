package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.evidence.redaction.Finding;
import org.vigie.evidence.redaction.Forbidden;
import org.vigie.evidence.redaction.ForbiddenBytes;
import org.vigie.imports.pdf.PdfText;
import org.vigie.node.casefile.NeverSaid;

/**
 * Searches what is about to leave for everything the person marked "never". Protects against
 * forgetting one place of many, in every file and writing {@link ForbiddenBytes} knows. Does not
 * protect what pixels show and voices say. Never repeats the words.
 */
final class NeverCheck {

  private static final int LOOKS_LIKE_A_NUMBER = 6;

  /** Same for every package and made of nothing the person wrote. */
  private static final Set<String> OURS = Set.of("verify.jar", "VERIFY.txt");

  /** A wish with its place in the person's list. */
  private record Wish(NeverSaid said, int number) {}

  private final List<Wish> wishes = new ArrayList<>();
  private final ForbiddenBytes search;
  private final ForbiddenBytes ours;
  private final Map<String, Copy> copies = new LinkedHashMap<>();
  private final Set<NeverFound> found = new LinkedHashSet<>();

  /** A search; what strangers wrote as PDF is read by {@code strangers}. */
  NeverCheck(Iterable<NeverSaid> never, List<Copy> copies, ForbiddenBytes.Pdf strangers) {
    var forbidden = new ArrayList<Forbidden>();
    var number = 0;
    for (var said : never) {
      number++;
      for (var one : forbidden(said)) {
        forbidden.add(one);
        wishes.add(new Wish(said, number));
      }
    }
    search = new ForbiddenBytes(forbidden, strangers);
    ours = new ForbiddenBytes(forbidden, PdfText::readings);
    copies.forEach(copy -> this.copies.put(copy.number(), copy));
  }

  /** How a wish is looked for; something without a letter or digit cannot be. */
  private static List<Forbidden> forbidden(NeverSaid said) {
    var text = said.text();
    var digits = text.codePoints().filter(Character::isDigit).count();
    var letters = text.codePoints().filter(Character::isLetter).count();
    if (digits + letters == 0) {
      return List.of();
    }
    var forbidden = new ArrayList<Forbidden>();
    var number = said.kind().equals("number") ? digits >= 4 : digits >= LOOKS_LIKE_A_NUMBER;
    if (number && (said.kind().equals("number") || letters == 0)) {
      forbidden.add(new Forbidden(Forbidden.Kind.NUMBER, text));
    }
    if (said.kind().equals("handle")) {
      forbidden.add(new Forbidden(Forbidden.Kind.HANDLE, text));
    } else if (forbidden.isEmpty()) {
      forbidden.add(new Forbidden(Forbidden.Kind.NAME, text));
    }
    return forbidden;
  }

  /** Searches the words of an account or incident that stay. */
  void words(Spoken words, Set<Integer> covered) {
    var place = words.key().substring(0, words.key().indexOf(':'));
    for (var finding : search.check("words.txt", words.remaining(covered).getBytes(UTF_8))) {
      add(finding, place, words.key(), "");
    }
  }

  /** Searches one file of what leaves, under its path in the package. */
  void file(String path, byte[] bytes) {
    if (!OURS.contains(path)) {
      add(path, search(path).check(path, bytes));
    }
  }

  /** The same, as the file comes. */
  void file(String path, InputStream in) throws IOException {
    if (!OURS.contains(path)) {
      add(path, search(path).check(path, in));
    }
  }

  /** A file of strangers that lies within a paper of ours. */
  void within(String path, InputStream in) throws IOException {
    add(path, search.check(path, in));
  }

  /** Papers we set ourselves need no cage. */
  private ForbiddenBytes search(String path) {
    return path.startsWith("data/documents/") ? ours : search;
  }

  private void add(String path, List<Finding> findings) {
    for (var finding : findings) {
      var exhibit = exhibit(path);
      if (exhibit != null) {
        add(finding, "exhibit", exhibit.exhibit().id(), exhibit.number());
      } else {
        add(finding, path.startsWith("data/documents/") ? "paper" : "list", "", finding.file());
      }
    }
  }

  private @org.jspecify.annotations.Nullable Copy exhibit(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var dot = name.indexOf('.');
    return path.startsWith("data/originals/") || path.startsWith("data/derived/")
        ? copies.get(dot < 0 ? name : name.substring(0, dot))
        : null;
  }

  private void add(Finding finding, String place, String item, String shown) {
    if (finding instanceof Finding.Occurs occurs) {
      var wish = wishes.get(occurs.item());
      found.add(
          new NeverFound(
              wish.said().item(), wish.number(), wish.said().kind(), place, item, shown));
    } else {
      found.add(new NeverFound("", 0, "", place, item, shown));
    }
  }

  /**
   * What was found so far; nothing means it may go. A paper repeats the words of the account and
   * the incidents, so it is named only for what was found in neither.
   */
  List<NeverFound> found() {
    var told = new HashSet<String>();
    for (var one : found) {
      if (one.place().equals("account") || one.place().equals("incident")) {
        told.add(one.wish());
      }
    }
    return found.stream()
        .filter(one -> !one.place().equals("paper") || !told.contains(one.wish()))
        .toList();
  }
}
