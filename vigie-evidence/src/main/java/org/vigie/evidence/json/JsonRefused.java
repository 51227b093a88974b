package org.vigie.evidence.json;

import org.vigie.kernel.Refusal;

/** Bytes that are not JSON in its one spelling, or a value that is not of the kind asked for. */
public final class JsonRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  JsonRefused(String key) {
    super(key);
  }
}
