package org.vigie.node.share;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.ops.Home;

/** Makes the way to the share host; its process starts when something is asked of it. */
@Configuration(proxyBeanMethods = false)
class ShareConfiguration {

  @Bean(destroyMethod = "close")
  ShareProcess shareProcess(Home home) {
    return new ShareProcess(home.share());
  }
}
