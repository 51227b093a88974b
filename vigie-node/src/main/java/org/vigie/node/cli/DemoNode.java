package org.vigie.node.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.NodeServer;
import org.vigie.node.demo.DemoDossier;
import org.vigie.node.house.Accounts;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.ops.SettingsReader;

/** A node on this machine alone, over a home that goes with it, with the fictional house inside. */
final class DemoNode implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final DemoFolder home;
  private final NodeServer node;
  private final DemoTemplate template;

  private DemoNode(DemoFolder home, NodeServer node, DemoTemplate template) {
    this.home = home;
    this.node = node;
    this.template = template;
  }

  /**
   * Starts it.
   *
   * @param port where to listen; null for the usual one, or a free one if that is taken
   * @param environment of which only port and language count: a demonstration never writes into
   *     anybody's database
   */
  static DemoNode start(@Nullable Integer port, Map<String, String> environment)
      throws IOException, Refusal {
    return start(port, environment, () -> {});
  }

  /**
   * The same.
   *
   * @param making told before a house has to be furnished, which takes its time
   */
  static DemoNode start(@Nullable Integer port, Map<String, String> environment, Runnable making)
      throws IOException, Refusal {
    var home = DemoFolder.make();
    var begun = false;
    try {
      var folder = Files.createDirectory(home.folder().resolve("home"));
      var settings = SettingsReader.read(folder, only(environment));
      var template = DemoTemplate.ready(shelf(), home.folder(), settings.locale(), making);
      template.copyTo(folder);
      var wanted = port == null ? settings.http().port() : port;
      var node = listen(settings.listening(LOOPBACK, wanted), port == null);
      begun = true;
      return new DemoNode(home, node, template);
    } finally {
      if (!begun) {
        home.close();
      }
    }
  }

  /** Beside the program, if the launcher says where that is. */
  private static @Nullable Path shelf() throws IOException {
    var app = System.getProperty("vigie.app");
    if (app == null || !Files.isWritable(Path.of(app))) {
      return null;
    }
    return Files.createDirectories(Path.of(app, "demo"));
  }

  @SuppressForbidden(reason = "a demonstration goes with the real clock")
  private static NodeServer listen(NodeSettings settings, boolean anywhere)
      throws IOException, CommandRefused {
    try {
      return Nodes.start(settings, Clock.systemUTC(), DemoTemplate.CHEAP);
    } catch (CommandRefused taken) {
      if (!anywhere) {
        throw taken;
      }
      return Nodes.start(settings.listening(LOOPBACK, 0), Clock.systemUTC(), DemoTemplate.CHEAP);
    }
  }

  private static Map<String, String> only(Map<String, String> environment) {
    var kept = new HashMap<>(environment);
    kept.keySet().retainAll(List.of("VIGIE_PORT", "VIGIE_LOCALE"));
    return kept;
  }

  /** Where a browser finds it. */
  String url() {
    return node.url();
  }

  /** What goes when it is closed. */
  Path home() {
    return home.folder();
  }

  /** The language of the house. */
  Language language() {
    return template.language();
  }

  /** What is in it, and who can sign in with which passphrase. */
  DemoTemplate template() {
    return template;
  }

  /** A part of the node. */
  <T> T part(Class<T> type) {
    return node.part(type);
  }

  /** Writes the evidence package of the story, as its person would let it go. */
  void writePackage(OutputStream out) throws IOException, Refusal {
    var member =
        node.part(Accounts.class)
            .signIn(DemoDossier.PERSON, template.passphrase(), "")
            .orElseThrow(() -> new IllegalStateException("the story lacks an account"));
    try {
      new DemoDossier(DemoTemplate.partsOf(node)).release(member).body().writeTo(out);
    } finally {
      member.box().close();
      member.keys().close();
    }
  }

  @Override
  public void close() throws IOException {
    node.close();
    home.close();
  }
}
