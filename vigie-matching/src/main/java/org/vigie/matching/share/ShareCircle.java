package org.vigie.matching.share;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.matching.token.IdentifierToken;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfBlinding;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfEvaluation;
import org.vigie.seal.OprfPart;
import org.vigie.seal.OprfSharing;
import org.vigie.seal.SealRefused;

/**
 * Share hosts that make tokens together: any {@code threshold} of them, each proving that it used
 * its own share. One host with the whole key is a circle of one. Protects inputs from every host,
 * and tokens from fewer hosts than the threshold; does not protect them from that many. A wrong
 * answer is found by its proof, its host named, and another one asked. Safe for use by several
 * threads if the hosts are.
 */
public final class ShareCircle {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  private final int threshold;
  private final List<Seat> seats;

  /** A way to a host. */
  @FunctionalInterface
  public interface Host {
    /** See {@link ShareHost#evaluate}. */
    Optional<OprfEvaluation> evaluate(ShareAsk ask, int epoch, List<OprfElement> blinded)
        throws ShareRefused, IOException;
  }

  /**
   * One host.
   *
   * @param number of its share, from 1
   * @param publicKey of its share
   * @param host the way to it
   */
  public record Seat(int number, OprfElement publicKey, Host host) {}

  /**
   * Tokens, and what was noticed on the way.
   *
   * @param tokens for the first inputs; fewer than asked where the budgets of a host end
   * @param wrong numbers of hosts whose proof did not hold
   * @param away numbers of hosts that did not answer
   */
  public record Made(List<IdentifierToken> tokens, List<Integer> wrong, List<Integer> away) {}

  /**
   * A circle.
   *
   * @param whole public key of the whole key
   * @throws ShareRefused {@link ShareRefused#PROOF} if the public keys are not of one sharing
   */
  public ShareCircle(OprfElement whole, int threshold, List<Seat> seats) throws ShareRefused {
    var parts = seats.stream().map(seat -> new OprfPart(seat.number(), seat.publicKey())).toList();
    if (!OprfSharing.belong(whole, parts, threshold)) {
      throw new ShareRefused(ShareRefused.PROOF);
    }
    this.threshold = threshold;
    this.seats = List.copyOf(seats);
  }

  /**
   * Tokens of {@code inputs}, in their order.
   *
   * @throws ShareRefused {@link ShareRefused#TOO_FEW}, with the numbers of hosts that answered
   *     wrongly, if fewer than the threshold answered rightly
   */
  public Made tokens(ShareAsk ask, int epoch, List<byte[]> inputs, SecureRandom random)
      throws ShareRefused {
    var blindings = inputs.stream().map(input -> VOPRF.blind(input, random)).toList();
    var answers = new ArrayList<Answer>();
    var wrong = new ArrayList<Integer>();
    var away = new ArrayList<Integer>();
    for (var seat : seats) {
      if (answers.size() < threshold) {
        try {
          answers.add(answer(seat, ask, epoch, blindings));
        } catch (SealRefused lied) {
          wrong.add(seat.number());
        } catch (ShareRefused | IOException silent) {
          away.add(seat.number());
        }
      }
    }
    if (answers.size() < threshold) {
      throw new ShareRefused(ShareRefused.TOO_FEW, wrong.toArray());
    }
    return new Made(joined(answers, epoch), List.copyOf(wrong), List.copyOf(away));
  }

  /** Unblinded elements of one host. */
  private record Answer(int number, List<OprfElement> elements) {}

  private static Answer answer(Seat seat, ShareAsk ask, int epoch, List<OprfBlinding> blindings)
      throws ShareRefused, IOException, SealRefused {
    var asked = blindings.stream().map(OprfBlinding::element).toList();
    var answer = seat.host().evaluate(ask, epoch, asked);
    if (answer.isEmpty()) {
      return new Answer(seat.number(), List.of());
    }
    var count = Math.min(answer.get().elements().size(), blindings.size());
    var some = blindings.subList(0, count);
    return new Answer(seat.number(), VOPRF.unblindAll(some, answer.get(), seat.publicKey()));
  }

  private static List<IdentifierToken> joined(List<Answer> answers, int epoch) throws ShareRefused {
    var count = answers.stream().mapToInt(answer -> answer.elements().size()).min().orElse(0);
    var tokens = new ArrayList<IdentifierToken>();
    for (var i = 0; i < count; i++) {
      var parts = new ArrayList<OprfPart>();
      for (var answer : answers) {
        parts.add(new OprfPart(answer.number(), answer.elements().get(i)));
      }
      try {
        tokens.add(new IdentifierToken(epoch, OprfSharing.join(parts)));
      } catch (SealRefused impossible) {
        throw new ShareRefused(ShareRefused.PROOF);
      }
    }
    return List.copyOf(tokens);
  }

  /**
   * Brings elements of the key before to the next one, without what they were made from and without
   * showing them to the host (one host with the whole key).
   *
   * @param factor what the host's proof is checked against
   */
  public static List<OprfElement> moved(
      List<OprfElement> elements, OprfElement factor, Mover host, SecureRandom random)
      throws ShareRefused, IOException {
    var hidden = elements.stream().map(element -> VOPRF.hide(element, random)).toList();
    var answer = host.move(hidden.stream().map(OprfBlinding::element).toList());
    try {
      return VOPRF.unblindAll(hidden, answer, factor);
    } catch (SealRefused lied) {
      throw new ShareRefused(ShareRefused.PROOF);
    }
  }

  /** The way to a host that changes its key. */
  @FunctionalInterface
  public interface Mover {
    /** See {@link ShareHost#move}. */
    OprfEvaluation move(List<OprfElement> blinded) throws ShareRefused, IOException;
  }
}
