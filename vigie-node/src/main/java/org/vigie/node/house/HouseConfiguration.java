package org.vigie.node.house;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.MemoryRest;
import org.vigie.node.shell.Sessions;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;
import org.vigie.seal.ArgonPolicy;
import org.vigie.seal.IdentityLocks;

/** Makes the house. */
@Configuration(proxyBeanMethods = false)
class HouseConfiguration {

  @Bean
  Catalogue houseTypes() {
    return Catalogue.of(
        HouseFounded.TYPE,
        MemberDescribed.TYPE,
        MemberGone.TYPE,
        RecoveryAsked.TYPE,
        RecoveryEnded.TYPE,
        InvitationMade.TYPE,
        InvitationAnswered.TYPE,
        WishToLeave.TYPE);
  }

  @Bean
  IdentityLocks identityLocks(ArgonPolicy policy, SecureRandom random) {
    return new IdentityLocks(policy, ArgonPolicy.FORMERLY_PEOPLE, random);
  }

  /** Ninety seconds: past the busy minute of an evening when everyone arrives. */
  @Bean
  MemoryRest memoryRest() {
    var runtime = Runtime.getRuntime();
    return new MemoryRest(Duration.ofSeconds(90), runtime::totalMemory, runtime::gc);
  }

  @Bean
  Accounts accounts(
      HouseRows rows,
      Home home,
      IdentityLocks locks,
      Registers registers,
      SecureRandom random,
      InstantSource clock) {
    return new Accounts(rows, Pepper.load(home, random), locks, registers, random, clock);
  }

  @Bean
  Houses houses(
      Accounts accounts,
      HouseRows rows,
      Registers registers,
      Sessions sessions,
      SecureRandom random,
      InstantSource clock) {
    return new Houses(accounts, new Invitations(rows, random, clock), registers, sessions, random);
  }

  @Bean
  Recovery recovery(Accounts accounts, HouseRows rows, Registers registers, InstantSource clock) {
    return new Recovery(accounts, rows, registers, clock);
  }

  @Bean
  FoundingAddress foundingAddress(Accounts accounts, SecureRandom random) {
    return new FoundingAddress(accounts, random);
  }
}
