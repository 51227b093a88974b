package org.vigie.node.house;

import org.vigie.kernel.Refusal;
import org.vigie.node.shell.SignedIn;

/**
 * What other capabilities have to put in order when a keeper comes in. Each declares a bean of this
 * type.
 */
public interface KeeperVisit {

  /** {@code keeper} founded the house or signed in. */
  void arrived(SignedIn keeper) throws Refusal;
}
