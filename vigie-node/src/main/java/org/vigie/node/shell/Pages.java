package org.vigie.node.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes a {@link Page} as the answer to a request. Safe for many requests at once. */
public final class Pages {

  private static final int TYPICAL_BYTES = 16_384;

  private final TemplateEngine templates;
  private final Messages messages;
  private final List<NavItem> navigation;
  private final List<Beacon> beacons;
  private final KeptForms keptForms;
  private final SecureRandom random;
  private final String leave;

  /** Pages with this navigation; Leave leads to {@code leave}. */
  public Pages(
      TemplateEngine templates,
      Messages messages,
      List<NavItem> navigation,
      List<Beacon> beacons,
      KeptForms keptForms,
      SecureRandom random,
      URI leave) {
    this.templates = templates;
    this.messages = messages;
    this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    this.beacons = List.copyOf(beacons);
    this.keptForms = keptForms;
    this.random = random;
    this.leave = leave.toString();
  }

  /** Writes {@code page}. It is rendered whole before the first byte goes out. */
  public void write(Page page, Visit visit, HttpServletResponse response) throws IOException {
    response.setStatus(page.status());
    var location = page.location();
    if (location != null) {
      response.setHeader("Location", location);
      return;
    }
    var output = new Utf8ByteOutput(TYPICAL_BYTES);
    Map<String, Object> parameters = Map.of("frame", frame(visit), "page", page.model());
    templates.render(page.template() + ".jte", parameters, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  private Frame frame(Visit visit) {
    var kept = visit.member().map(member -> keptForms.waiting(member.id())).orElse(0);
    return new Frame(visit, messages, navigation, beacons, random, leave, kept);
  }
}
