package org.vigie.node.cage;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Builds the cage when the first document comes: finding out what it can takes a second. */
@Configuration(proxyBeanMethods = false)
class CageConfiguration {

  @Bean
  @Lazy
  Cage cage() throws IOException {
    return Cage.onThisMachine(CageLimits.USUAL);
  }
}
