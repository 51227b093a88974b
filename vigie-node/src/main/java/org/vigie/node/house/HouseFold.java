package org.vigie.node.house;

import java.time.Instant;
import org.vigie.kernel.MemberId;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/** How the entries of a house's register become the {@link House}. */
record HouseFold() implements Fold<House> {

  @Override
  public House empty() {
    return House.NONE;
  }

  @Override
  public House step(House house, Entry<?> entry) {
    return switch (entry.body()) {
      case HouseFounded it ->
          new House(it.name(), it.keepers(), house.members(), house.recoveries());
      case MemberDescribed it ->
          house.with(new HouseMember(new MemberId(it.member()), it.name(), Roles.of(it.roles())));
      case MemberGone it -> house.without(new MemberId(it.member()));
      case RecoveryAsked it ->
          house.recovering(new MemberId(it.member()), Instant.parse(it.notBefore()));
      case RecoveryEnded it -> house.recovered(new MemberId(it.member()));
      case null, default -> house;
    };
  }
}
