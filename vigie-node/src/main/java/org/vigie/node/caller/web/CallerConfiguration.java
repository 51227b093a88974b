package org.vigie.node.caller.web;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.caller.Callers;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.incident.IncidentFiled;
import org.vigie.register.Catalogue;

/** Makes what caller offers. */
@Configuration(proxyBeanMethods = false)
class CallerConfiguration {

  @Bean
  Catalogue callerEntries() {
    return Catalogue.of(Callers.NOTED, Callers.JOINED);
  }

  @Bean
  IncidentFiled callersOfIncident(SecureRandom random) {
    return new CallersOfIncident(new FreshIds(random));
  }

  @Bean
  CaseCard callerCard() {
    return new CaseCard(
        40, "caller.card", "/callers", open -> Callers.of(open.register()).callers().size());
  }
}
