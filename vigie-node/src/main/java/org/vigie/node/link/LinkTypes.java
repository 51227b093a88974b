package org.vigie.node.link;

import org.vigie.register.Catalogue;
import org.vigie.register.EntryType;

/** The entries of links: in a case, in the comparison's register and in an introduction. */
public final class LinkTypes {

  static final EntryType<LinkApproved> APPROVED =
      new EntryType<>("link.approved", 1, LinkApproved.class);
  static final EntryType<LinkOffered> OFFERED =
      new EntryType<>("link.offered", 1, LinkOffered.class);
  static final EntryType<LinkNotice> NOTICE = new EntryType<>("link.notice", 1, LinkNotice.class);
  static final EntryType<LinkAnswered> ANSWERED =
      new EntryType<>("link.answered", 1, LinkAnswered.class);
  static final EntryType<LinkPassed> PASSED = new EntryType<>("link.passed", 1, LinkPassed.class);
  static final EntryType<LinkMet> MET = new EntryType<>("link.met", 1, LinkMet.class);

  static final EntryType<OfferMade> OFFER = new EntryType<>("links.offer", 1, OfferMade.class);
  static final EntryType<CanarySet> CANARY = new EntryType<>("links.canary", 1, CanarySet.class);
  static final EntryType<LinkDecided> DECIDED =
      new EntryType<>("links.decided", 1, LinkDecided.class);
  static final EntryType<LinkNoted> NOTED = new EntryType<>("links.noted", 1, LinkNoted.class);

  static final EntryType<LinkSpent> SPENT = new EntryType<>("links.spent", 1, LinkSpent.class);

  static final EntryType<LinkAsked> ASKED = new EntryType<>("links.asked", 1, LinkAsked.class);
  static final EntryType<OfferMoved> MOVED = new EntryType<>("links.moved", 1, OfferMoved.class);
  static final EntryType<OfferRefiled> REFILED =
      new EntryType<>("links.refiled", 1, OfferRefiled.class);
  static final EntryType<KeyChanged> CHANGED =
      new EntryType<>("links.key-changed", 1, KeyChanged.class);

  static final EntryType<IntroductionOpened> OPENED =
      new EntryType<>("introduction.opened", 1, IntroductionOpened.class);
  static final EntryType<IntroductionSaid> SAID =
      new EntryType<>("introduction.said", 1, IntroductionSaid.class);
  static final EntryType<IntroductionLeft> LEFT =
      new EntryType<>("introduction.left", 1, IntroductionLeft.class);

  private LinkTypes() {}

  /** All of them. */
  public static Catalogue catalogue() {
    return Catalogue.of(
        APPROVED, OFFERED, NOTICE, ANSWERED, PASSED, MET, OFFER, CANARY, DECIDED, NOTED, SPENT,
        ASKED, MOVED, REFILED, CHANGED, OPENED, SAID, LEFT);
  }
}
