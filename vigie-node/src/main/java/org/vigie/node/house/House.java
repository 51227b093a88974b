package org.vigie.node.house;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.MemberId;

/**
 * The house as its register tells it.
 *
 * @param name what it is called; blank before its founding
 * @param keepers id of the keepers' register; blank before its founding
 * @param members who is in it, in the order they came
 * @param recoveries members whose passphrase somebody asks to replace, and from when on
 */
public record House(
    String name,
    String keepers,
    Map<MemberId, HouseMember> members,
    Map<MemberId, Instant> recoveries) {

  static final House NONE = new House("", "", Map.of(), Map.of());

  /** Copies, keeping the order. */
  public House {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    recoveries = Collections.unmodifiableMap(new LinkedHashMap<>(recoveries));
  }

  /** The member with this id, if they are in the house. */
  public Optional<HouseMember> member(MemberId id) {
    return Optional.ofNullable(members.get(id));
  }

  House with(HouseMember member) {
    var all = new LinkedHashMap<>(members);
    all.put(member.id(), member);
    return new House(name, keepers, all, recoveries);
  }

  House without(MemberId id) {
    var all = new LinkedHashMap<>(members);
    all.remove(id);
    return new House(name, keepers, all, recoveries);
  }

  House recovering(MemberId id, Instant notBefore) {
    var all = new LinkedHashMap<>(recoveries);
    all.put(id, notBefore);
    return new House(name, keepers, members, all);
  }

  House recovered(MemberId id) {
    var all = new LinkedHashMap<>(recoveries);
    all.remove(id);
    return new House(name, keepers, members, all);
  }
}
