package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.OprfElement;

/**
 * Tokens of one incident, in the register of the comparison. Holds no identifier, no word, no date
 * of what happened and no name of a case.
 *
 * @param offer random identifier, known to the case too
 * @param mailbox where notices go, sealed by the node for itself
 * @param persons keyed digests of whose case it is, so that one person's two cases do not meet
 * @param expires last day of the consent, or empty
 * @param norm version of the rules that make identifiers comparable
 * @param epoch of the key
 * @param tokens one an identifier
 * @param script the words as a keyed sketch in base64, or empty
 * @param teller account that wrote the words
 * @param helpers keyed digests of the caseworkers who wrote or read it
 * @param act code of what was done, or empty
 * @param recordings cited as a whole, as keyed sketches in base64
 * @param rules by which it was filed, as in {@link Rules}; empty in older entries
 * @param beside an offer of the same incident, in whose place among all this stands; or empty
 * @param bringers accounts that brought the recordings, in their order; their budget is used, and
 *     the teller's where there is none
 * @param places of the tokens in the first writing of this offer; from 0 on where there are none
 */
public record OfferMade(
    String offer,
    String mailbox,
    List<String> persons,
    String expires,
    String norm,
    int epoch,
    List<Token> tokens,
    String script,
    String teller,
    List<String> helpers,
    String act,
    List<String> recordings,
    String rules,
    String beside,
    List<String> bringers,
    List<Integer> places) {

  /** The same offer with tokens under another key. */
  OfferMade under(int next, List<Token> moved) {
    var same = new OfferRefiled(offer, norm, rules, List.of(), script, recordings, bringers);
    return filed(next, moved, places, same);
  }

  /** The same offer by newer rules, with those of its tokens that these leave as they are. */
  OfferMade again(OfferRefiled newer) {
    var kept = new ArrayList<Token>();
    var where = new ArrayList<Integer>();
    for (var number = 0; number < tokens.size(); number++) {
      if (newer.kept().contains(place(number))) {
        kept.add(tokens.get(number));
        where.add(place(number));
      }
    }
    var first = IntStream.range(0, where.size()).boxed().toList();
    return filed(epoch, kept, where.equals(first) ? List.of() : where, newer);
  }

  /** Where the token with this number was in the first writing of this offer. */
  private int place(int number) {
    return number < places.size() ? places.get(number) : number;
  }

  /** The account that brought the recording with this number. */
  String bringer(int number) {
    var known = number < bringers.size() && !bringers.get(number).isEmpty();
    return known ? bringers.get(number) : teller;
  }

  private OfferMade filed(int key, List<Token> all, List<Integer> where, OfferRefiled how) {
    return new OfferMade(
        offer,
        mailbox,
        persons,
        expires,
        how.norm(),
        key,
        all,
        how.script(),
        teller,
        helpers,
        act,
        how.recordings(),
        how.rules(),
        beside,
        how.bringers(),
        where);
  }

  /** The same offer with the caseworkers who stand for it, and with what was done. */
  OfferMade told(List<String> by, String what) {
    return standing(by, what, beside);
  }

  /** The same offer in the place of another of its incident; empty for a place of its own. */
  OfferMade beside(String other) {
    return standing(helpers, act, other);
  }

  private OfferMade standing(List<String> by, String what, String other) {
    return new OfferMade(
        offer,
        mailbox,
        persons,
        expires,
        norm,
        epoch,
        tokens,
        script,
        teller,
        by,
        what,
        recordings,
        rules,
        other,
        bringers,
        places);
  }

  /** Reads tolerantly. */
  public OfferMade {
    offer = text(offer);
    mailbox = text(mailbox);
    persons = list(persons);
    expires = text(expires);
    norm = text(norm);
    tokens = list(tokens);
    script = text(script);
    teller = text(teller);
    helpers = list(helpers);
    act = text(act);
    recordings = list(recordings);
    rules = text(rules);
    beside = text(beside);
    bringers = list(bringers);
    places = list(places);
  }

  /**
   * An identifier under the key.
   *
   * @param account who wrote it down; counts against that account's budget
   * @param kind code of {@link SharedKind}
   * @param index what equal identifiers share
   * @param element what a later key starts from, in base64
   */
  public record Token(String account, String kind, String index, String element) {

    static Token of(String account, String kind, IdentifierToken token) {
      var encoded = Base64.getEncoder().encodeToString(token.element().bytes());
      return new Token(account, kind, token.index(), encoded);
    }

    static Token of(Token before, int epoch, OprfElement moved) {
      return of(before.account(), before.kind(), new IdentifierToken(epoch, moved));
    }

    /** Reads tolerantly. */
    public Token {
      account = text(account);
      kind = text(kind);
      index = text(index);
      element = text(element);
    }
  }
}
