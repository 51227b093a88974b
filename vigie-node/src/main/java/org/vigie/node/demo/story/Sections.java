package org.vigie.node.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A story file: sections opened by {@code [name]}, each either fields ({@code key: value}, goes on
 * in lines that start with two spaces) or plain text. Lines that start with {@code #} are remarks.
 */
final class Sections {

  /** One section and its lines. */
  record Section(String name, List<String> lines) {

    /** The text of the section, without empty lines around it. */
    String body() {
      return String.join("\n", lines).strip();
    }

    /** The value of a field, null where the section has none. */
    @Nullable String maybe(String key) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith(key + ": ")) {
          return valueFrom(i, key.length() + 2);
        }
      }
      return null;
    }

    /**
     * The value of a field.
     *
     * @throws IllegalStateException if the section has none
     */
    String field(String key) {
      var value = maybe(key);
      if (value == null) {
        throw new IllegalStateException("a story section " + name + " lacks " + key);
      }
      return value;
    }

    private String valueFrom(int line, int start) {
      var value = new StringBuilder(lines.get(line).substring(start).strip());
      for (int i = line + 1; i < lines.size() && lines.get(i).startsWith("  "); i++) {
        value.append(' ').append(lines.get(i).strip());
      }
      return value.toString();
    }
  }

  private final List<Section> sections;

  private Sections(List<Section> sections) {
    this.sections = sections;
  }

  /** Reads the story file with this name. */
  static Sections load(String name) {
    var sections = new ArrayList<Section>();
    var current = new Section("", new ArrayList<>());
    for (var line : text(name).lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        current = new Section(line.substring(1, line.length() - 1), new ArrayList<>());
        sections.add(current);
      } else if (!line.startsWith("#")) {
        current.lines().add(line);
      }
    }
    return new Sections(List.copyOf(sections));
  }

  /** The text of the story file with this name. */
  static String text(String name) {
    try (var in = Sections.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the story file " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only section of this name. */
  Section one(String name) {
    return all(name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the story lacks a section " + name));
  }

  /** The sections of this name, in order. */
  List<Section> all(String name) {
    return sections.stream()
        .filter(section -> section.name().equals(name))
        .collect(Collectors.toUnmodifiableList());
  }
}
