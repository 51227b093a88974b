package org.vigie.register;

/**
 * What a member is in a register. Everyone in it reads, appends, stores exhibits and erases what
 * they wrote; a steward also adds and removes members and erases what others wrote.
 *
 * @param name the capability's word, such as {@code caseworker}; 1 to 40 characters
 * @param steward whether the member decides who else reads
 */
public record Role(String name, boolean steward) {

  static final int LONGEST = 40;

  /** Checks the name's length. */
  public Role {
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a role's name has 1 to 40 characters");
    }
  }

  /** A role that decides who else reads. */
  public static Role steward(String name) {
    return new Role(name, true);
  }

  /** A role that reads and appends. */
  public static Role member(String name) {
    return new Role(name, false);
  }
}
