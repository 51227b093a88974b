package org.vigie.node.house;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.node.shell.SealingBox;
import org.vigie.seal.AgeFile;
import org.vigie.seal.HybridKey;
import org.vigie.seal.HybridRecipient;
import org.vigie.seal.SealRefused;

/** Seals to a member's public key; opens while their keys are open. */
final class MemberBox implements SealingBox {

  private final HybridRecipient recipient;
  private volatile @Nullable HybridKey key;

  MemberBox(HybridKey key) {
    this.recipient = key.recipient();
    this.key = key;
  }

  @Override
  public byte[] seal(byte[] plain) {
    return AgeFile.seal(plain, List.of(recipient));
  }

  @Override
  public byte[] open(byte[] sealed) {
    var open = key;
    if (open == null) {
      throw new IllegalStateException("the keys are closed");
    }
    try {
      return AgeFile.open(sealed, List.of(open));
    } catch (SealRefused ours) {
      throw new IllegalStateException("what we sealed must open", ours);
    }
  }

  @Override
  public void close() {
    key = null;
  }
}
