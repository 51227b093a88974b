package org.vigie.matching.join;

import org.jspecify.annotations.Nullable;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Platform;

/**
 * What a message can be joined by: looked up by {@code value}, then compared.
 *
 * @param reason why messages that share it are joined
 * @param value equal in all messages that may share it
 * @param handle the account, if it is one
 */
public record JoinKey(Reason reason, String value, @Nullable Handle handle) {

  /** On which platform the account is; unstated if nothing says, or if it is no account. */
  public Platform platform() {
    return handle == null ? Platform.UNSTATED : handle.platform();
  }
}
