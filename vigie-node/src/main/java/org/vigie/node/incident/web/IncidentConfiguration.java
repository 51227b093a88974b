package org.vigie.node.incident.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.incident.Incidents;
import org.vigie.register.Catalogue;

/** Makes what incident offers. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

  @Bean
  Catalogue incidentEntries() {
    return Catalogue.of(Incidents.RECORDED, Incidents.GRADED, Incidents.ATTRIBUTED, Incidents.KNEW);
  }
}
