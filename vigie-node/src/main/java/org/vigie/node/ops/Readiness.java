package org.vigie.node.ops;

/** Something the node cannot work without: a store says here whether it answers. */
@FunctionalInterface
public interface Readiness {

  /** Whether it answers now; never throws and never takes longer than a second. */
  boolean ready();
}
