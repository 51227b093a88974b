package org.vigie.node.demo.story;

/** Where on the road the person was. */
public enum Phase {
  /** In the home state. */
  ORIGIN,
  /** On the way. */
  TRANSIT,
  /** In the country of refuge. */
  EXILE
}
