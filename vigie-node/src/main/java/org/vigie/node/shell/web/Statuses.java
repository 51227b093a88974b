package org.vigie.node.shell.web;

/** The HTTP status of a refusal, from the last word of its key. */
final class Statuses {

  private Statuses() {}

  static int of(String key) {
    return switch (key.substring(key.lastIndexOf('.') + 1)) {
      case "not-found" -> 404;
      case "foreign-form" -> 403;
      case "conflict" -> 409;
      case "file-too-large", "field-too-large", "account-full", "too-large" -> 413;
      case "unreadable" -> 415;
      case "busy" -> 503;
      case "full-disk" -> 507;
      default -> 400;
    };
  }
}
