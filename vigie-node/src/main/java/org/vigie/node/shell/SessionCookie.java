package org.vigie.node.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries a session's token: HttpOnly, SameSite=Strict, for the whole site, gone
 * with the browser; over TLS also Secure with the {@code __Host-} name, so that no other host can
 * plant one (S-18).
 */
final class SessionCookie {

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  SessionCookie(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  private String name() {
    return request.isSecure() ? "__Host-vigie" : "vigie";
  }

  String token() {
    var value = value(request, name());
    return value != null && TOKEN.matcher(value).matches() ? value : "";
  }

  void set(String token) {
    write(token, "");
  }

  void clear() {
    write("", "; Max-Age=0");
  }

  private void write(String token, String more) {
    var prefix = name() + "=";
    var others = new ArrayList<String>();
    for (var header : response.getHeaders("Set-Cookie")) {
      if (!header.startsWith(prefix)) {
        others.add(header);
      }
    }
    var own = prefix + token + "; Path=/; HttpOnly; SameSite=Strict" + more;
    response.setHeader("Set-Cookie", request.isSecure() ? own + "; Secure" : own);
    others.forEach(header -> response.addHeader("Set-Cookie", header));
  }

  static @Nullable String value(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }
}
