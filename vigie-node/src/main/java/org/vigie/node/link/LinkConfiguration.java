package org.vigie.node.link;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.CasesNote;
import org.vigie.node.house.Houses;
import org.vigie.node.share.ShareProcess;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;
import org.vigie.node.store.NodeKeys;
import org.vigie.node.store.SettingStore;
import org.vigie.node.store.TokenStore;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;

/** Makes what links offer. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

  private static final LinkPolicy POLICY = LinkPolicy.STANDARD;

  @Bean
  Catalogue linkEntries() {
    return LinkTypes.catalogue();
  }

  @Bean(destroyMethod = "close")
  LinkKeys linkKeys(NodeKeys keys) {
    return new LinkKeys(keys);
  }

  @Bean
  ShareDesk linkShares(
      ShareProcess host,
      LinkKeys keys,
      OfficeAddress address,
      Registers registers,
      SettingStore settings,
      SecureRandom random) {
    return new ShareDesk(host, keys, address, registers, settings, random);
  }

  @Bean
  Ended linkEnded(TokenStore tokens, LinkKeys keys, SecureRandom random) {
    return new Ended(tokens, keys, random);
  }

  @Bean
  OfficeAddress linkOfficeAddress(SettingStore settings) {
    return new OfficeAddress(settings);
  }

  @Bean
  Offers linkOffers(
      Registers registers,
      LinkKeys keys,
      ShareDesk shares,
      Ended ended,
      OfficeAddress address,
      SecureRandom random,
      InstantSource clock) {
    return new Offers(registers, keys, shares, ended, address, POLICY, random, clock);
  }

  @Bean
  FilingJob linkFiling(Cases cases, Offers offers) {
    return new FilingJob(cases, offers);
  }

  @Bean
  CasesNote linkFilingNote(FilingJob job) {
    return new CasesNote("link.again", "/links/again", job::waiting);
  }

  @Bean
  LinkOffice linkOffice(
      Registers registers,
      Houses houses,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address,
      ShareDesk shares,
      InstantSource clock) {
    return new LinkOffice(registers, houses, keys, ended, address, POLICY, shares, clock);
  }

  @Bean
  LinkGround linkGround(
      Registers registers, LinkKeys keys, Ended ended, OfficeAddress address, InstantSource clock) {
    return new LinkGround(registers, keys, ended, address, POLICY, clock);
  }

  @Bean
  Canaries linkCanaries(LinkOffice office, ShareDesk shares, SecureRandom random) {
    return new Canaries(office, shares, POLICY, random);
  }

  @Bean
  Introductions introductions(Registers registers, LinkKeys keys) {
    return new Introductions(registers, keys);
  }

  @Bean
  LinkDesk linkDesk(
      Registers registers,
      Offers offers,
      Introductions introductions,
      LinkKeys keys,
      Ended ended,
      OfficeAddress address) {
    return new LinkDesk(registers, offers, introductions, keys, ended, address);
  }

  @Bean
  LinkWatch linkWatch(Offers offers, LinkOffice office) {
    return new LinkWatch(offers, office);
  }

  @Bean
  CaseCard linkCard(LinkDesk desk) {
    return new CaseCard(60, "link.card", "/links", open -> desk.views(open.register()).size());
  }

  @Bean
  NavItem linksSection() {
    return new NavItem("/links", "link.nav.office", Set.of(Role.KEEPER), 790);
  }
}
