package org.vigie.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;

/** Something a register does not do, or a register that is not what its members signed. */
public final class RegisterRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable MemberId member;

  /**
   * Makes a refusal.
   *
   * @param key message key under {@code register.}
   * @param details numbers for the sentence, in order
   */
  public RegisterRefused(String key, Object... details) {
    super(key, details);
    this.member = null;
  }

  private RegisterRefused(String key, MemberId member) {
    super(key, member.value());
    this.member = member;
  }

  /** A refusal that says which member it is about; the page puts a name to the id. */
  static RegisterRefused about(MemberId member, String key) {
    return new RegisterRefused(key, member);
  }

  /** The member it is about, if it is about one. */
  public Optional<MemberId> member() {
    return Optional.ofNullable(member);
  }
}
