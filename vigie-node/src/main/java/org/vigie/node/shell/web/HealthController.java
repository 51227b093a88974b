package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.node.ops.Readiness;
import org.vigie.node.shell.Open;

/** Says that the process lives and that its stores answer, and nothing else. */
@Controller
final class HealthController {

  private final List<Readiness> parts;

  HealthController(ObjectProvider<Readiness> parts) {
    this.parts = parts.orderedStream().toList();
  }

  @Open
  @GetMapping("/healthz")
  void alive(HttpServletResponse response) throws IOException {
    say(response, 200, "ok");
  }

  @Open
  @GetMapping("/readyz")
  void ready(HttpServletResponse response) throws IOException {
    var ready = parts.stream().allMatch(Readiness::ready);
    say(response, ready ? 200 : 503, ready ? "ready" : "not ready");
  }

  private static void say(HttpServletResponse response, int status, String word)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(word + "\n");
  }
}
