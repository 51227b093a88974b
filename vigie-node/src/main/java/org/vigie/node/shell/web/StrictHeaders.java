package org.vigie.node.shell.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Response;

/**
 * Sets the security headers before anything else runs, so that errors, files and refusals carry
 * them too (S-14). A page may tighten them, never loosen. {@code media-src} is the one addition to
 * the table of S-14: recordings are played by the browser from this node only.
 */
final class StrictHeaders {

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String NOTHING_ALLOWED =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(),"
          + " fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
          + " payment=(), picture-in-picture=(), publickey-credentials-get=(),"
          + " screen-wake-lock=(), sync-xhr=(), usb=(), web-share=(), xr-spatial-tracking=()";

  private static final Map<String, String> HEADERS = headers();

  private StrictHeaders() {}

  private static Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", NOTHING_ALLOWED);
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  static void put(Response response, boolean secure) {
    HEADERS.forEach(response::setHeader);
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
