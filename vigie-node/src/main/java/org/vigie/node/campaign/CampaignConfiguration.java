package org.vigie.node.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.house.Houses;
import org.vigie.node.house.KeeperVisit;
import org.vigie.node.link.LinkGround;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;
import org.vigie.node.store.SettingStore;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;

/** Makes what campaigns offer. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

  @Bean
  Catalogue campaignEntries() {
    return Catalogue.of(CampaignRound.TYPE, CampaignDecided.TYPE);
  }

  @Bean
  CampaignOffice campaignOffice(
      Registers registers, Houses houses, LinkGround ground, SettingStore settings) {
    return new CampaignOffice(registers, houses, ground, new CampaignAddress(settings));
  }

  @Bean
  KeeperVisit campaignVisit(CampaignOffice office) {
    return keeper -> {
      try {
        office.tend(keeper);
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    };
  }

  @Bean
  NavItem campaignsSection() {
    return new NavItem("/campaigns", "campaign.nav", Set.of(Role.KEEPER, Role.ANALYST), 795);
  }
}
