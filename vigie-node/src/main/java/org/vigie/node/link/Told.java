package org.vigie.node.link;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import org.vigie.kernel.MemberId;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.node.incident.Incidents;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** What campaigns need to know of an incident: who stands for it, what was done, who agreed. */
final class Told {

  private final LinkKeys keys;
  private final Ended ended;
  private final InstantSource clock;

  Told(LinkKeys keys, Ended ended, InstantSource clock) {
    this.keys = keys;
    this.ended = ended;
    this.clock = clock;
  }

  /** Brings what counts in figures up to what the person agreed to. */
  void recount(OpenRegister file) throws RegisterRefused {
    for (var offer : file.fold(CaseLinks.FOLD).offers().values()) {
      ended.count(offer.offer(), counted(file, offer.incident()));
    }
  }

  /** A yes that ends on a day counts in no figure: figures outlive it. */
  private boolean counted(OpenRegister file, String incident) throws RegisterRefused {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var consents = Consents.of(file);
    return consents.covers(Purpose.STATISTICS, "", incident, today)
        && consents
            .yes(Purpose.STATISTICS, "", today)
            .map(answer -> answer.expires().isEmpty())
            .orElse(false);
  }

  /** {@code made} with the caseworkers who wrote or read the incident, and with what was done. */
  OfferMade of(
      OpenRegister file,
      String incident,
      Gathered gathered,
      Collection<MemberId> readers,
      OfferMade made)
      throws RegisterRefused {
    var accounts = new HashSet<>(readers);
    for (var author : gathered.authors()) {
      if (author instanceof Author.Member(var member)) {
        accounts.add(member);
      }
    }
    var helpers =
        file.members().stream()
            .filter(member -> accounts.contains(member.id()))
            .filter(member -> !member.role().name().equals("person"))
            .map(member -> keys.digest("helper", member.id().value()))
            .toList();
    var act = Incidents.of(file).find(incident).map(found -> found.now().act()).orElse("");
    return made.told(helpers, act);
  }
}
