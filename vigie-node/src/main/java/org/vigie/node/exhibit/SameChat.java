package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.imports.copies.Chats;
import org.vigie.imports.copies.Given;
import org.vigie.imports.copies.Prints;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * Which exhibits of a case are exports of one chat, and which of their messages are the same, by
 * the rule that holds for several exports in an archive. Nothing is left out of any exhibit. Looks
 * at one case alone, so that it says nothing that its reader could not read. For one request.
 */
public final class SameChat {

  private static final Set<String> NO_CHATS = Set.of("docx", "odt", "pdf", "warc", "vcard");

  /** Messages that are compared with those of one exhibit at most: a page must not wait longer. */
  private static final long MOST_COMPARED = 1_000_000;

  private final OpenRegister file;
  private final long most;
  private final Map<String, Export> exports = new LinkedHashMap<>();

  private SameChat(OpenRegister file, long most) {
    this.file = file;
    this.most = most;
  }

  /** An exhibit with messages, and what its reader said. */
  private record Export(Exhibit exhibit, ReadingReport report) {

    /** The program it is from, whatever the platform. */
    String family() {
      return report.format().replaceAll("-.*", "");
    }

    /** Whether it may be of the same chat, from what is known without looking at its messages. */
    boolean mayBe(Export other, long most) {
      return family().equals(other.family())
          && report.messages() + other.report.messages() <= most
          && report.first().compareTo(other.report.last()) <= 0
          && other.report.first().compareTo(report.last()) <= 0
          && !Collections.disjoint(report.authors(), other.report.authors());
    }
  }

  /**
   * Another export of the same chat.
   *
   * @param exhibit the other
   * @param same how many messages of the one that was asked about stand there too
   * @param only how many do not
   */
  public record Other(Exhibit exhibit, long same, long only) {}

  /** Compares all exhibits of the case that {@code file} holds. */
  public static SameChat in(OpenRegister file) throws RegisterRefused {
    return among(file, Exhibits.of(file).inOrder());
  }

  /** Compares these exhibits of the case that {@code file} holds. */
  public static SameChat among(OpenRegister file, Collection<Exhibit> exhibits) {
    return among(file, exhibits, ReadingPrints.MOST);
  }

  /** The same; more than {@code most} messages are not compared. */
  static SameChat among(OpenRegister file, Collection<Exhibit> exhibits, long most) {
    var chats = new SameChat(file, most);
    for (var exhibit : exhibits) {
      exhibit
          .derived("messages")
          .map(made -> new Export(exhibit, ReadingReport.parse(made.report())))
          .filter(export -> !NO_CHATS.contains(export.report().format()))
          .filter(export -> export.report().messages() > 0)
          .ifPresent(export -> chats.exports.put(exhibit.id(), export));
    }
    return chats;
  }

  /**
   * Other exports of the chat that {@code exhibit} is one of, in the order of receipt.
   *
   * @throws RegisterRefused if what was kept is not what was sealed
   */
  public List<Other> others(Exhibit exhibit) throws RegisterRefused, IOException {
    var all =
        exhibit.derived("messages").map(made -> ReadingReport.parse(made.report()).messages());
    var others = new ArrayList<Other>();
    for (var one : same(exhibit).entrySet()) {
      var same = one.getValue().cardinality();
      others.add(new Other(one.getKey().exhibit(), same, Math.max(0, all.orElse(0L) - same)));
    }
    return List.copyOf(others);
  }

  /**
   * Numbers of the messages of {@code exhibit} that another export of its chat has too.
   *
   * @throws RegisterRefused if what was kept is not what was sealed
   */
  public BitSet elsewhere(Exhibit exhibit) throws RegisterRefused, IOException {
    var elsewhere = new BitSet();
    same(exhibit).values().forEach(elsewhere::or);
    return elsewhere;
  }

  /**
   * By other exports of its chat, the numbers of the messages that they have too; of very many
   * exports those received first.
   */
  private Map<Export, BitSet> same(Exhibit exhibit) throws RegisterRefused, IOException {
    var same = new LinkedHashMap<Export, BitSet>();
    var here = exports.get(exhibit.id());
    var others = here == null ? List.<Export>of() : partners(here);
    if (!others.isEmpty()) {
      var mine = ReadingPrints.of(file, exhibit);
      var left = MOST_COMPARED;
      for (var there : others) {
        left -= there.report().messages();
        if (left >= 0) {
          var theirs = ReadingPrints.of(file, there.exhibit());
          if (mine.sameChat(theirs)) {
            same.put(there, mine.alsoIn(theirs));
          }
        }
      }
    }
    return same;
  }

  /**
   * Whether its messages are compared with those of all exhibits that may be of the same chat, and
   * each counts once: not where all together are too long.
   */
  public boolean countsOnce(Exhibit exhibit) {
    var here = exports.get(exhibit.id());
    return here == null || messages(together(here)) <= most;
  }

  /**
   * What must be left out so that every message counts once: by identifiers of exhibits the numbers
   * of the messages that others count. Exhibits of which nothing is left out are not among them.
   *
   * @throws RegisterRefused if what was kept is not what was sealed
   */
  public Map<String, BitSet> countedByOthers() throws RegisterRefused, IOException {
    var counted = new HashMap<String, BitSet>();
    var met = new HashSet<String>();
    for (var export : exports.values()) {
      if (!met.contains(export.exhibit().id())) {
        var together = together(export);
        together.forEach(one -> met.add(one.exhibit().id()));
        if (together.size() > 1 && messages(together) <= most) {
          count(together, counted);
        }
      }
    }
    return counted;
  }

  private static long messages(Collection<Export> exports) {
    return exports.stream().mapToLong(export -> export.report().messages()).sum();
  }

  /** All that may be of one chat with {@code here}, or with another that may. */
  private List<Export> together(Export here) {
    var together = new LinkedHashMap<String, Export>();
    var next = new ArrayDeque<>(List.of(here));
    while (!next.isEmpty()) {
      var export = next.remove();
      if (together.putIfAbsent(export.exhibit().id(), export) == null) {
        next.addAll(partners(export));
      }
    }
    return List.copyOf(together.values());
  }

  private void count(List<Export> together, Map<String, BitSet> counted)
      throws RegisterRefused, IOException {
    var all = new ArrayList<Prints>();
    for (var export : together) {
      all.add(ReadingPrints.of(file, export.exhibit()));
    }
    for (var chat : Chats.areTooMany(all) ? List.<List<Integer>>of() : Chats.among(all)) {
      var given = new Given(chat.stream().map(all::get).toList());
      for (var place : chat.size() == 1 ? List.<Integer>of() : chat) {
        var held = given.heldOf(all.get(place));
        if (!held.isEmpty()) {
          counted.put(together.get(place).exhibit().id(), held);
        }
      }
    }
  }

  private List<Export> partners(Export here) {
    return exports.values().stream()
        .filter(
            there -> !there.exhibit().id().equals(here.exhibit().id()) && here.mayBe(there, most))
        .toList();
  }
}
