package org.vigie.node.cage;

/**
 * How strong the cage on this machine is.
 *
 * @param isolated whether bubblewrap takes away network, files and other processes
 * @param filtered whether the kernel refuses to start programs and open sockets
 */
public record CageLevel(boolean isolated, boolean filtered) {

  /** Key of the sentence for the keeper's page and the doctor. */
  public String key() {
    if (isolated) {
      return filtered ? "cage.level.full" : "cage.level.without-filter";
    }
    return filtered ? "cage.level.reduced" : "cage.level.weak";
  }
}
