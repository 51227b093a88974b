package org.vigie.node;

import java.security.SecureRandom;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The node as Spring sees it: every {@code @Controller} and {@code @Configuration} below this
 * package, and no auto-configuration, so that what runs is what is written here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
class NodeApplication {

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }
}
