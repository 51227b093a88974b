package org.vigie.node.shell.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.vigie.kernel.Language;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Messages;

/**
 * The web server: one virtual thread a request, no access log, no server name, no forwarded
 * addresses, no multipart reader that would write files to a disk, no sessions of its own.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

  private static final int READ_TIMEOUT_MS = 20_000;
  private static final int MOST_PARAMETERS = 2_000;

  /** Of the socket: 0660 (S-11). */
  private static final String OWNER_AND_GROUP = "rw-rw----";

  /** The most bytes that are read of a form without files. */
  static int longestForm(NodeSettings settings) {
    return settings.limits().fieldBytes() + 1_000_000;
  }

  @Bean
  TomcatServletWebServerFactory webServer(NodeSettings settings, Messages messages)
      throws UnknownHostException {
    var factory = new TomcatServletWebServerFactory();
    var socket = settings.http().socket();
    if (socket.isEmpty()) {
      factory.setAddress(InetAddress.getByName(settings.http().bind()));
      factory.setPort(settings.http().port());
    }
    factory.setDisableMBeanRegistry(true);
    factory.addErrorPages(new ErrorPage("/error"));
    factory.addEngineValves(new NamesValve(settings.http().served(), notHere(messages)));
    factory.getTldSkipPatterns().add("*.jar");
    factory.addConnectorCustomizers(connector -> {
      socket.ifPresent(path -> {
        connector.setProperty("unixDomainSocketPath", path.toString());
        connector.setProperty("unixDomainSocketPathPermissions", OWNER_AND_GROUP);
      });
      connector.setMaxPostSize(longestForm(settings));
      connector.setMaxParameterCount(MOST_PARAMETERS);
      connector.setProperty("relaxedQueryChars", "");
      if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.setConnectionTimeout(READ_TIMEOUT_MS);
        http.setMaxHttpRequestHeaderSize(16_384);
        // Closed while somebody still sends, a line takes along the sentence that says why.
        http.setMaxSwallowSize((int) Math.min(2L * longestForm(settings), Integer.MAX_VALUE));
        // Kept for the next visitor, a buffer would keep what the last one typed (S-05).
        http.setProcessorCache(0);
        http.setProperty("socket.bufferPool", "0");
        http.setProperty("socket.processorCache", "0");
      }
    });
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(QuietErrorValve.class.getName());
      }
      var manager = new StandardManager();
      manager.setPathname("");
      context.setManager(manager);
    });
    return factory;
  }

  /** In both languages: at this point nobody knows which is read. */
  private static String notHere(Messages messages) {
    return messages.text(Language.EN, "shell.not-here")
        + "\n"
        + messages.text(Language.FR, "shell.not-here")
        + "\n";
  }

  @Bean
  DispatcherServlet dispatcherServlet() {
    return new DispatcherServlet();
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(DispatcherServlet servlet) {
    var registration = new ServletRegistrationBean<>(servlet, "/");
    registration.setLoadOnStartup(1);
    return registration;
  }
}
