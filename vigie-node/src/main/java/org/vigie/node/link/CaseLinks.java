package org.vigie.node.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.kernel.MemberId;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/**
 * What one case knows of links.
 *
 * @param authors who wrote the newest version of an incident or a caller, by its identifier
 * @param approvals the newest approval of each incident
 * @param offers tokens that take part now, by the identifier of the offer
 * @param notices by link, in the order they came
 * @param answers by link, oldest first
 * @param passed links whose yes was handed on
 * @param met introductions by link
 */
record CaseLinks(
    Map<String, Author> authors,
    Map<String, Approval> approvals,
    Map<String, LinkOffered> offers,
    Map<String, LinkNotice> notices,
    Map<String, List<Answer>> answers,
    Set<String> passed,
    Map<String, String> met) {

  static final Fold<CaseLinks> FOLD = new LinksFold();

  private static final CaseLinks NONE =
      new CaseLinks(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

  /** Who approved which version of what would be compared. */
  record Approval(String digest, String source, Set<MemberId> by) {}

  /** The newest answer of those who answered {@code link} as {@code as}. */
  Optional<Answer> newest(String link, String as) {
    return answers.getOrDefault(link, List.of()).reversed().stream()
        .filter(answer -> answer.as().equals(as))
        .findFirst();
  }

  /** Members whose own last answer to {@code link} is yes. */
  Set<MemberId> agreeing(String link) {
    var last = new LinkedHashMap<MemberId, Boolean>();
    for (var answer : answers.getOrDefault(link, List.of())) {
      last.put(answer.by(), answer.yes());
    }
    var agreeing = new LinkedHashSet<MemberId>();
    last.forEach((member, yes) -> {
      if (yes) {
        agreeing.add(member);
      }
    });
    return agreeing;
  }

  private record LinksFold() implements Fold<CaseLinks> {

    @Override
    public CaseLinks empty() {
      return NONE;
    }

    @Override
    public CaseLinks step(CaseLinks s, Entry<?> entry) {
      var next = new Draft(s);
      switch (entry.body()) {
        case IncidentRecorded it -> next.authors.put(it.incident(), entry.author());
        case CallerNoted it -> next.authors.put(it.caller(), entry.author());
        case LinkApproved it -> next.approve(it, entry.author());
        case LinkOffered it -> next.offer(it);
        case LinkNotice it -> next.fromHouse(entry, n -> n.notices.put(it.link(), it));
        case LinkAnswered it -> next.answer(it, entry.author());
        case LinkPassed it -> next.passed.add(it.link());
        case LinkMet it -> next.met.putIfAbsent(it.link(), it.introduction());
        case null, default -> {
          return s;
        }
      }
      return next.done();
    }
  }

  /** A state on its way to the next one; the state before stays as it is. */
  private static final class Draft {

    private final Map<String, Author> authors;
    private final Map<String, Approval> approvals;
    private final Map<String, LinkOffered> offers;
    private final Map<String, LinkNotice> notices;
    private final Map<String, List<Answer>> answers;
    private final Set<String> passed;
    private final Map<String, String> met;

    Draft(CaseLinks s) {
      authors = new LinkedHashMap<>(s.authors);
      approvals = new LinkedHashMap<>(s.approvals);
      offers = new LinkedHashMap<>(s.offers);
      notices = new LinkedHashMap<>(s.notices);
      answers = new LinkedHashMap<>(s.answers);
      passed = new LinkedHashSet<>(s.passed);
      met = new LinkedHashMap<>(s.met);
    }

    void approve(LinkApproved approved, Author author) {
      if (author instanceof Author.Member(var member)) {
        var by = new LinkedHashSet<MemberId>();
        var before = approvals.get(approved.incident());
        if (before != null && same(before, approved)) {
          by.addAll(before.by());
        }
        by.add(member);
        approvals.put(approved.incident(), new Approval(approved.digest(), approved.source(), by));
      }
    }

    private static boolean same(Approval before, LinkApproved approved) {
      return before.digest().equals(approved.digest())
          || (!before.source().isEmpty() && before.source().equals(approved.source()));
    }

    void offer(LinkOffered offered) {
      if (offered.ended()) {
        offers.remove(offered.offer());
      } else {
        offers.put(offered.offer(), offered);
      }
    }

    /** A member cannot write a notice, only the house. */
    void fromHouse(Entry<?> entry, Consumer<Draft> change) {
      if (entry.author() instanceof Author.Node) {
        change.accept(this);
      }
    }

    void answer(LinkAnswered answered, Author author) {
      if (author instanceof Author.Member(var member)) {
        var longer = new ArrayList<>(answers.getOrDefault(answered.link(), List.of()));
        longer.add(new Answer(member, answered.as(), answered.answer()));
        answers.put(answered.link(), List.copyOf(longer));
      }
    }

    CaseLinks done() {
      return new CaseLinks(authors, approvals, offers, notices, answers, passed, met);
    }
  }
}
