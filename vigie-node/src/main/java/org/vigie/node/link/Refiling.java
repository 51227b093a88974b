package org.vigie.node.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifier;
import org.vigie.node.incident.Incident;
import org.vigie.register.OpenRegister;
import org.vigie.register.Registers;

/**
 * Files what earlier rules filed again by those of now, and recordings whose marks came since, in
 * the session of somebody who reads the case: nobody else can read the words. Nobody has to approve
 * what they read before. Nothing is asked of the share host here: tokens whose form is as it was
 * stay, and what has another form now is asked for as whatever is missing is, within the budgets of
 * its account.
 */
final class Refiling {

  private final Registers registers;
  private final Readings readings;
  private final OfficeAddress address;

  Refiling(Registers registers, Readings readings, OfficeAddress address) {
    this.registers = registers;
    this.readings = readings;
    this.address = address;
  }

  /**
   * Files one offer again under its own identifier. The comparison hears of it first and the case
   * after, so that whatever is broken off is done once more; done twice it is the same.
   *
   * @param offer of former rules, or of fewer recordings; approved and agreed to
   * @param first whether it holds the words and recordings of its incident
   */
  void file(OpenRegister file, Incident incident, LinkOffered offer, boolean first) throws Refusal {
    var office = address.register();
    if (office.isEmpty()) {
      return;
    }
    var gathered = readings.of(file, incident);
    var all = new ArrayList<Integer>();
    for (var part = 0; part < gathered.pieces().size(); part++) {
      all.add(part);
    }
    var wanted = new HashMap<String, Integer>();
    var forms = readings.forms(gathered, all);
    all.forEach(part -> wanted.putIfAbsent(forms.get(part), part));
    var former = readings.forms(file, incident, offer);
    var kept = new ArrayList<Integer>();
    var parts = new ArrayList<Integer>();
    for (var place = 0; place < former.size(); place++) {
      var part = wanted.remove(former.get(place));
      if (part != null) {
        kept.add(offer.place(place));
        parts.add(part);
      }
    }
    registers.deposit(
        office.get(),
        LinkTypes.REFILED,
        new OfferRefiled(
            offer.offer(),
            Identifier.NORM,
            Rules.NOW.id(),
            kept,
            first ? readings.script(gathered) : "",
            first ? readings.recordings(gathered) : List.of(),
            first ? readings.bringers(gathered) : List.of()));
    file.append(
        LinkTypes.OFFERED,
        new LinkOffered(
            incident.id(),
            gathered.digest(),
            offer.offer(),
            false,
            parts,
            all.size() - parts.size(),
            Rules.NOW.id(),
            gathered.source(),
            readings.forms(gathered, parts),
            kept,
            offer.dropped() + former.size() - kept.size(),
            offer.beside()));
  }
}
