package org.vigie.node.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.RegisterId;
import org.vigie.node.casefile.Cases;
import org.vigie.node.house.Accounts;
import org.vigie.node.house.Founder.Person;
import org.vigie.node.incident.Incidents;
import org.vigie.node.link.LinkedHouse.Side;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.OpenRegister;
import org.vigie.register.Registers;

/**
 * Files incidents as releases did before names had one form and before the second fold of texts:
 * nothing says by which rules.
 */
final class FormerFiling {

  static final String OFFER = "0f".repeat(16);

  private final LinkedHouse house;

  FormerFiling(LinkedHouse house) {
    this.house = house;
  }

  /** What is done with an open register. */
  @FunctionalInterface
  interface Work {
    void in(OpenRegister register) throws Refusal;
  }

  /** The helper of {@code side} approves {@code incident}, and that release files it. */
  void file(Side side, String incident) throws Refusal {
    file(side, incident, OFFER);
  }

  void file(Side side, String incident, String offer) throws Refusal {
    inCase(
        side,
        file -> {
          var keys = house.node.part(LinkKeys.class);
          var found = Incidents.of(file).find(incident).orElseThrow();
          var former = Gathered.of(file, found.now(), LinkPolicy.STANDARD, Rules.BEFORE);
          var person =
              file.members().stream()
                  .filter(m -> m.role().equals(Cases.PERSON))
                  .findFirst()
                  .get()
                  .id();
          var identifiers = former.pieces().stream().map(Gathered.Piece::identifier).toList();
          var made =
              house
                  .node
                  .part(ShareDesk.class)
                  .tokens(person.value(), "former/" + offer, identifiers);
          var tokens = new ArrayList<OfferMade.Token>();
          var parts = new ArrayList<Integer>();
          for (var i = 0; i < made.size(); i++) {
            var kind = former.pieces().get(i).kind().code();
            tokens.add(OfferMade.Token.of(person.value(), kind, made.get(i)));
            parts.add(i);
          }
          file.append(LinkTypes.APPROVED, new LinkApproved(incident, former.digest(), ""));
          file.append(LinkTypes.OFFERED, offered(incident, former.digest(), offer, parts));
          house
              .node
              .part(Registers.class)
              .deposit(
                  house.node.part(OfficeAddress.class).register().orElseThrow(),
                  LinkTypes.OFFER,
                  new OfferMade(
                      offer,
                      keys.mailbox(file.id()),
                      List.of(keys.digest("person", person.value())),
                      "",
                      "norm-v1",
                      1,
                      tokens,
                      firstFold(new Readings(keys, LinkPolicy.STANDARD).script(former)),
                      person.value(),
                      List.of(),
                      "",
                      List.of(),
                      "",
                      "",
                      List.of(),
                      List.of()));
        });
  }

  static LinkOffered offered(String incident, String digest, String offer, List<Integer> parts) {
    return new LinkOffered(
        incident, digest, offer, false, parts, 0, "", "", List.of(), List.of(), 0, "");
  }

  /** A sketch that says it is of the first version, as all of that release did. */
  private static String firstFold(String script) {
    if (script.isEmpty()) {
      return "";
    }
    var bytes = Base64.getDecoder().decode(script);
    bytes[1] = 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  void inCase(Side side, Work work) throws Refusal {
    in(side.helper(), new RegisterId(side.file()), work);
  }

  void inOffice(Work work) throws Refusal {
    in(house.keeper, house.node.part(OfficeAddress.class).register().orElseThrow(), work);
  }

  private void in(Person who, RegisterId register, Work work) throws Refusal {
    var signedIn = signIn(who);
    try {
      work.in(house.node.part(Registers.class).open(signedIn.keys(), register).orElseThrow());
    } finally {
      signedIn.keys().close();
    }
  }

  private SignedIn signIn(Person who) throws Refusal {
    house.node.later(Duration.ofSeconds(31));
    return house
        .node
        .part(Accounts.class)
        .signIn(who.name(), who.passphrase(), who.code(0))
        .orElseThrow();
  }

  /** What of the comparison was not destroyed: type of the entry, rules, number of tokens. */
  List<String> standing() throws Refusal {
    var standing = new ArrayList<String>();
    inOffice(office -> {
      for (var entry : office.entries()) {
        entry.as(LinkTypes.OFFER).ifPresent(it -> standing.add("offer " + of(it)));
        entry.as(LinkTypes.REFILED).ifPresent(it -> standing.add("waits"));
        entry.as(LinkTypes.MOVED).ifPresent(it -> standing.add("again " + of(it.offer())));
      }
    });
    return standing;
  }

  private static String of(OfferMade made) {
    var rules = made.rules().equals(Rules.NOW.id()) ? "now" : made.rules();
    return made.tokens().size() + " " + rules;
  }

  /** Index of the token of a number in the comparison, to tell whether it is the same one. */
  List<String> indexes() throws Refusal {
    var indexes = new ArrayList<String>();
    inOffice(office ->
        office
            .fold(OfficeBook.FOLD)
            .offers()
            .forEach(offer -> offer.made().tokens().forEach(token -> indexes.add(token.index()))));
    return indexes;
  }

  /** Another offer's identifier. */
  static String offer(int number) {
    return HexFormat.of().toHexDigits((long) number).repeat(2);
  }
}
