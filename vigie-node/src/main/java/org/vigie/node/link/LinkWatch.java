package org.vigie.node.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.vigie.kernel.Refusal;
import org.vigie.node.consent.ConsentHeard;
import org.vigie.node.house.KeeperVisit;
import org.vigie.node.incident.IncidentFiled;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.UnlockedMember;

/** Keeps the comparison up with what happens elsewhere in the house. */
final class LinkWatch implements IncidentFiled, ConsentHeard, KeeperVisit {

  private final Offers offers;
  private final LinkOffice office;

  LinkWatch(Offers offers, LinkOffice office) {
    this.offers = offers;
    this.office = office;
  }

  @Override
  public void filed(UnlockedMember member, OpenRegister file, IncidentRecorded incident)
      throws Refusal {
    offers.refresh(file);
  }

  @Override
  public void heard(OpenRegister file) throws Refusal {
    offers.refresh(file);
  }

  @Override
  public void arrived(SignedIn keeper) throws Refusal {
    try {
      office.tend(keeper);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
