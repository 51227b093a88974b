package org.vigie.matching.identifier;

/**
 * The name an account goes by on a platform.
 *
 * @param platform where; {@link Platform#UNSTATED} when nothing says
 * @param name NFKC, lower-case, without the at sign
 */
public record Handle(Platform platform, String name) implements Identifier {

  @Override
  public String canonical() {
    return NORM + "|handle|" + platform.key() + "|" + name;
  }

  /** Whether both may be one account: equal names, and platforms equal or one of them unstated. */
  public boolean mayBe(Handle other) {
    return name.equals(other.name) && platform.mayBe(other.platform);
  }
}
