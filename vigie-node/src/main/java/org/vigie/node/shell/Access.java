package org.vigie.node.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a route: signed-in members with one of these roles; all of them where none is named.
 * A route without this and without {@link Open} answers nobody. To everyone else the route does not
 * exist, so that its name tells nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  /** The roles; empty for every member. */
  Role[] value() default {};

  /** Whether the passphrase must have been given again within the last five minutes. */
  boolean askAgain() default false;
}
