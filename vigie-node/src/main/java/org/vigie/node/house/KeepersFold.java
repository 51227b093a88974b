package org.vigie.node.house;

import org.vigie.register.Entry;
import org.vigie.register.Fold;

/** How the entries of the keepers' register become the {@link KeepersBook}. */
record KeepersFold() implements Fold<KeepersBook> {

  @Override
  public KeepersBook empty() {
    return KeepersBook.NONE;
  }

  @Override
  public KeepersBook step(KeepersBook book, Entry<?> entry) {
    return switch (entry.body()) {
      case InvitationMade it -> book.with(it);
      case InvitationAnswered it -> book.with(it);
      case WishToLeave it -> book.with(it);
      case null, default -> book;
    };
  }
}
