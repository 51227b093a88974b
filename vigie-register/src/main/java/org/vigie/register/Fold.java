package org.vigie.register;

/**
 * How the entries of a register become its present state. Pure: the same entries in the same order
 * always give an equal state, nothing else is read, and {@code step} returns a new state instead of
 * changing the one it got. An {@link OpenRegister} relies on that to step only over what is new.
 *
 * <p>Implement it as a record or keep one instance: equal folds share their remembered state.
 */
public interface Fold<S> {

  /** The state of a register without entries. */
  S empty();

  /** The state after {@code entry}; types it does not care for leave {@code state} as it is. */
  S step(S state, Entry<?> entry);
}
