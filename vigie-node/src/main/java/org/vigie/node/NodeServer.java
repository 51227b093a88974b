package org.vigie.node;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.vigie.node.house.FoundingAddress;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.HomeLock;
import org.vigie.node.ops.NodeSettings;
import org.vigie.seal.ArgonPolicy;

/** A running node. Closing it stops the server and wipes every session. */
public final class NodeServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final NodeSettings settings;
  private final HomeLock lock;

  private NodeServer(ConfigurableApplicationContext context, NodeSettings settings, HomeLock lock) {
    this.context = context;
    this.settings = settings;
    this.lock = lock;
  }

  /**
   * Starts a node in its home.
   *
   * @param clock what every clock of the node reads
   * @throws IOException if the home cannot be prepared
   * @throws HomeLock.Taken if another node runs on it
   */
  public static NodeServer start(NodeSettings settings, InstantSource clock) throws IOException {
    return start(settings, clock, ArgonPolicy.PEOPLE);
  }

  /** The same at another cost of guessing a passphrase: for a demonstration and for tests. */
  public static NodeServer start(NodeSettings settings, InstantSource clock, ArgonPolicy policy)
      throws IOException {
    return start(settings, clock, policy, NodeApplication.class);
  }

  /** The same with more parts, for tests that bring a page of their own. */
  static NodeServer start(
      NodeSettings settings, InstantSource clock, ArgonPolicy policy, Class<?>... parts)
      throws IOException {
    var home = Home.prepare(settings.home());
    var lock = HomeLock.take(home);
    var started = false;
    try {
      var context = run(settings, home, clock, policy, parts);
      started = true;
      return new NodeServer(context, settings, lock);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private static ConfigurableApplicationContext run(
      NodeSettings settings,
      Home home,
      InstantSource clock,
      ArgonPolicy policy,
      Class<?>... parts) {
    System.setProperty("java.awt.headless", "true");
    var application =
        new SpringApplicationBuilder(parts)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(
                "spring.main.keep-alive=true",
                "spring.jmx.enabled=false",
                "logging.config=classpath:logback.xml")
            .initializers(context -> {
              var beans = (GenericApplicationContext) context;
              beans.registerBean(NodeSettings.class, () -> settings);
              beans.registerBean(Home.class, () -> home);
              beans.registerBean(InstantSource.class, () -> clock);
              beans.registerBean(ArgonPolicy.class, () -> policy);
            });
    return application.run();
  }

  /** The port it listens on; -1 where it listens at a socket in the file system. */
  public int port() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("the node was stopped");
    }
    return server.getPort();
  }

  /** Where a browser on this machine finds it, or {@code unix:} and where a proxy does. */
  public String url() {
    var bind = settings.http().bind();
    if (settings.http().socket().isPresent()) {
      return bind;
    }
    var host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /** The one-time address that founds a house, while there is none. */
  public Optional<String> foundingUrl() {
    return part(FoundingAddress.class).path().map(path -> url() + path);
  }

  /** A part of the running node, by its type; for the command line and for tests. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Every part of this type. */
  public <T> List<T> parts(Class<T> type) {
    return context.getBeanProvider(type).orderedStream().toList();
  }

  /** Stops it. */
  @Override
  public void close() {
    context.close();
    try {
      lock.close();
    } catch (IOException ends) {
      // The system lets go of it with the process.
    }
  }
}
