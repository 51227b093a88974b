package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.node.shell.Open;
import org.vigie.node.shell.ShellRefused;

/** The style sheet and the icon: a fixed list, read once, so that no path ever reaches a disk. */
@Controller
final class AssetsController {

  private static final Map<String, String> TYPES =
      Map.of("vigie.css", "text/css;charset=UTF-8", "icon.png", "image/png");

  private final byte[] style = read("vigie.css");
  private final byte[] icon = read("icon.png");

  @Open
  @GetMapping("/assets/{name}")
  void asset(@PathVariable String name, HttpServletResponse response)
      throws IOException, ShellRefused {
    var type = TYPES.get(name);
    if (type == null) {
      throw ShellRefused.notFound();
    }
    var bytes = name.equals("icon.png") ? icon : style;
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static byte[] read(String name) {
    try (var in = AssetsController.class.getResourceAsStream("/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("missing asset " + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
