package org.vigie.node.share;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.NodeSettings;

/** Makes the way to the share host; its process starts when something is asked of it. */
@Configuration(proxyBeanMethods = false)
class ShareConfiguration {

  @Bean(destroyMethod = "close")
  ShareProcess shareProcess(Home home, NodeSettings settings) {
    var stores = settings.stores();
    return stores.share().isBlank()
        ? new ShareProcess(home.share())
        : ShareProcess.at(Path.of(stores.share()), stores.shareAccount());
  }
}
