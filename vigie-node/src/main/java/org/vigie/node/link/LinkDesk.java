package org.vigie.node.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.register.Member;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;
import org.vigie.register.UnlockedMember;
import org.vigie.seal.SealRefused;

/**
 * What a case is told of links and answers. Caseworkers answer before the person is asked; only
 * when everyone of a side said yes does anything leave it; a no leaves it never.
 */
public final class LinkDesk {

  static final String PERSON = "person";
  static final String CASEWORKER = "caseworker";

  private static final Set<String> ANSWERS = Set.of("yes", "later", "no");

  private final Registers registers;
  private final Offers offers;
  private final Introductions introductions;
  private final LinkKeys keys;
  private final Ended ended;
  private final OfficeAddress address;

  LinkDesk(
      Registers registers,
      Offers offers,
      Introductions introductions,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address) {
    this.registers = registers;
    this.offers = offers;
    this.introductions = introductions;
    this.keys = keys;
    this.ended = ended;
    this.address = address;
  }

  /**
   * A notice as one member of the case sees it.
   *
   * @param notice what the house told
   * @param as what this member is here: {@code caseworker} or {@code person}
   * @param mine the answer given as that, or empty
   * @param beforeMe the caseworker's answer where the person is asked, or empty
   * @param state {@code open}, {@code passed} on and waiting, {@code taken-back}, or {@code met}
   * @param introduction the register that both sides share, or empty
   */
  public record View(
      LinkNotice notice,
      String as,
      String mine,
      String beforeMe,
      String state,
      String introduction) {}

  /** The notices this member may see now, oldest first. */
  public List<View> views(OpenRegister file) throws RegisterRefused {
    var views = new ArrayList<View>();
    if (offers.consent(file).isEmpty()) {
      return views;
    }
    var links = file.fold(CaseLinks.FOLD);
    var as = as(file);
    for (var notice : links.notices().values()) {
      var caseworker = links.newest(notice.link(), CASEWORKER).map(Answer::answer).orElse("");
      var mine = links.newest(notice.link(), as).map(Answer::answer).orElse("");
      if (as.equals(CASEWORKER) || caseworker.equals(Answer.YES) || !has(file, CASEWORKER)) {
        var before = as.equals(PERSON) ? caseworker : "";
        var introduction = links.met().getOrDefault(notice.link(), "");
        views.add(new View(notice, as, mine, before, state(file, notice), introduction));
      }
    }
    return List.copyOf(views);
  }

  private static String state(OpenRegister file, LinkNotice notice) throws RegisterRefused {
    var links = file.fold(CaseLinks.FOLD);
    if (links.met().containsKey(notice.link())) {
      return "met";
    }
    if (!links.passed().contains(notice.link())) {
      return "open";
    }
    return agreed(file, notice.link()) ? "passed" : "taken-back";
  }

  /** Keeps an answer and does what follows from it. Once taken back, a yes is not given again. */
  public void answer(UnlockedMember member, OpenRegister file, String link, String answer)
      throws Refusal {
    var seen = views(file).stream().filter(view -> view.notice().link().equals(link)).findFirst();
    if (seen.isEmpty()
        || !ANSWERS.contains(answer)
        || seen.get().state().equals("taken-back")
        || seen.get().state().equals("met")) {
      return;
    }
    file.append(LinkTypes.ANSWERED, new LinkAnswered(link, seen.get().as(), answer));
    if (seen.get().state().equals("passed") && !agreed(file, link)) {
      reply(file, seen.get().notice()).ifPresent(reply -> ended.end(yes(reply.pair(), link)));
    }
    settle(member, file);
  }

  /** Passes on what both of this side agreed to; called after an answer and at each visit. */
  public void settle(UnlockedMember member, OpenRegister file) throws Refusal {
    if (offers.consent(file).isEmpty()) {
      return;
    }
    var links = file.fold(CaseLinks.FOLD);
    for (var notice : links.notices().values()) {
      if (agreed(file, notice.link())) {
        settle(member, file, notice, !links.passed().contains(notice.link()));
      }
    }
  }

  private void settle(UnlockedMember member, OpenRegister file, LinkNotice notice, boolean fresh)
      throws Refusal {
    var found = reply(file, notice);
    if (found.isEmpty()) {
      return;
    }
    var reply = found.get();
    if (fresh) {
      file.append(LinkTypes.PASSED, new LinkPassed(notice.link()));
      note("answered", reply.pair());
    }
    var live =
        ended.stands(reply.mine())
            && ended.stands(reply.theirs())
            && !ended.has(yes(reply.pair(), reply.link()));
    if (notice.side().equals("first") && fresh && live) {
      ask(file, notice, reply);
    }
    if (notice.side().equals("second") && live) {
      introductions.meet(member, file, notice, reply, contacts(file, notice.link()));
      if (!file.fold(CaseLinks.FOLD).met().containsKey(notice.link())) {
        return;
      }
      if (introductions.complete(member, file, notice, reply)) {
        note("introduced", reply.pair());
      }
    }
  }

  /** The other side hears of it only now. */
  private void ask(OpenRegister file, LinkNotice notice, Reply reply) throws Refusal {
    var other = keys.file(reply.other()).orElseThrow(CaseRefused::notFound);
    var said = reply.notice();
    var back =
        new Reply(
            reply.pair(),
            keys.mailbox(file.id()),
            notice.link(),
            said,
            /* mine= */ reply.theirs(),
            /* theirs= */ reply.mine(),
            contacts(file, notice.link()));
    registers.deposit(
        other,
        LinkTypes.NOTICE,
        new LinkNotice(
            reply.link(),
            "second",
            said.kinds(),
            said.strength(),
            said.rarity(),
            said.month(),
            keys.seal(back, other)));
    note("asked", reply.pair());
  }

  private void note(String what, String pair) throws RegisterRefused {
    var office = address.register();
    if (office.isPresent()) {
      registers.deposit(office.get(), LinkTypes.NOTED, new LinkNoted(what, pair));
    }
  }

  /** Nothing if it was sealed by a key that this node lost: then nothing can be passed on. */
  private Optional<Reply> reply(OpenRegister file, LinkNotice notice) {
    try {
      return Optional.of(keys.open(notice.reply(), file.id()));
    } catch (SealRefused lostKey) {
      return Optional.empty();
    }
  }

  private static String yes(String pair, String link) {
    return "yes/" + pair + "/" + link;
  }

  /** Everyone who has to agree on this side did. */
  private static boolean agreed(OpenRegister file, String link) throws RegisterRefused {
    var links = file.fold(CaseLinks.FOLD);
    var needed = new ArrayList<String>();
    for (var as : List.of(CASEWORKER, PERSON)) {
      if (has(file, as)) {
        needed.add(as);
      }
    }
    return !needed.isEmpty()
        && needed.stream().allMatch(as -> links.newest(link, as).map(Answer::yes).orElse(false));
  }

  /** Those who said yes and are still in the case, with their keys. */
  private static List<Reply.Contact> contacts(OpenRegister file, String link)
      throws RegisterRefused {
    var agreeing = file.fold(CaseLinks.FOLD).agreeing(link);
    return file.members().stream()
        .filter(member -> agreeing.contains(member.id()))
        .map(member -> new Reply.Contact(member.id(), member.keys(), as(member)))
        .toList();
  }

  private static boolean has(OpenRegister file, String as) throws RegisterRefused {
    return file.members().stream().anyMatch(member -> as(member).equals(as));
  }

  private static String as(OpenRegister file) throws RegisterRefused {
    return file.members().stream()
        .filter(member -> member.id().equals(file.me()))
        .map(LinkDesk::as)
        .findFirst()
        .orElse(CASEWORKER);
  }

  private static String as(Member member) {
    return member.role().name().equals(PERSON) ? PERSON : CASEWORKER;
  }

  /** The introduction that {@code view} leads to, if this member is in it. */
  public Optional<RegisterId> introduction(UnlockedMember member, View view)
      throws RegisterRefused {
    return view.introduction().isEmpty()
        ? Optional.empty()
        : introductions.find(member, view.introduction()).map(one -> one.register().id());
  }
}
