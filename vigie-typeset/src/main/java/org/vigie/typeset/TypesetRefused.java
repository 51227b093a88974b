package org.vigie.typeset;

import org.vigie.kernel.Refusal;

/**
 * What was handed over cannot be set: {@code typeset.picture-unreadable}, {@code
 * typeset.picture-too-large}.
 */
public final class TypesetRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  TypesetRefused(String key, Object... details) {
    super(key, details);
  }
}
