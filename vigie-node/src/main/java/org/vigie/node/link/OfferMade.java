package org.vigie.node.link;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.Base64;
import java.util.List;
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
    List<String> recordings) {

  /** The same offer with tokens under another key. */
  OfferMade under(int next, List<Token> moved) {
    return new OfferMade(
        offer,
        mailbox,
        persons,
        expires,
        norm,
        next,
        moved,
        script,
        teller,
        helpers,
        act,
        recordings);
  }

  /** The same offer with the caseworkers who stand for it, and with what was done. */
  OfferMade told(List<String> by, String what) {
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
        recordings);
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
