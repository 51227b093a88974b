package org.vigie.node.exhibit;

import org.vigie.node.shell.SignedIn;
import org.vigie.register.Author;
import org.vigie.register.RegisterRefused;
import org.vigie.register.Registers;

/**
 * How much an account has brought. Counted from what the member can open, because a count kept
 * beside the account would tell a cold copy who brought much.
 */
final class Quota {

  private final Registers registers;

  Quota(Registers registers) {
    this.registers = registers;
  }

  /** Bytes of everything this member brought into the registers open to them. */
  long used(SignedIn member) throws RegisterRefused {
    var me = new Author.Member(member.id());
    var bytes = 0L;
    for (var handle : registers.mine(member.keys())) {
      var register = registers.open(member.keys(), handle.id());
      if (register.isPresent()) {
        for (var exhibit : Exhibits.of(register.get()).inOrder()) {
          bytes += exhibit.by().equals(me) ? exhibit.received().bytes().length() : 0;
        }
      }
    }
    return bytes;
  }
}
