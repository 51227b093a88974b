package org.vigie.imports.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes WARC files. */
public final class Warcs {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String date = "2026-01-15T18:04:05Z";

  /** When the records from here on were saved, as ISO 8601 with its zone. */
  public Warcs at(String when) {
    date = when;
    return this;
  }

  /** A record of any type. */
  public Warcs record(String type, String address, String contentType, byte[] block) {
    text("WARC/1.1\r\nWARC-Type: " + type + "\r\n");
    text(address.isEmpty() ? "" : "WARC-Target-URI: " + address + "\r\n");
    text("WARC-Date: " + date + "\r\nContent-Type: " + contentType + "\r\n");
    text("Content-Length: " + block.length + "\r\n\r\n");
    out.writeBytes(block);
    text("\r\n\r\n");
    return this;
  }

  /** An answer of a server. */
  public Warcs response(String address, String headers, byte[] body) {
    var block = new ByteArrayOutputStream();
    block.writeBytes(utf8("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n"));
    block.writeBytes(body);
    return record("response", address, "application/http; msgtype=response", block.toByteArray());
  }

  /** A page that a server gave. */
  public Warcs page(String address, String html) {
    return response(address, "Content-Type: text/html; charset=utf-8", utf8(html));
  }

  /** What the program that saves says of itself. */
  public Warcs info() {
    return record("warcinfo", "", "application/warc-fields", utf8("software: x\r\n"));
  }

  private void text(String text) {
    out.writeBytes(utf8(text));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The file. */
  public byte[] bytes() {
    return out.toByteArray();
  }
}
