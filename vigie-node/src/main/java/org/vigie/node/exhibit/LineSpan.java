package org.vigie.node.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lines that follow one another, both ends included.
 *
 * @param first from 1
 * @param last at least {@code first}
 */
public record LineSpan(long first, long last) {

  private static final Pattern TYPED = Pattern.compile("(\\d{1,9})(?:\\s*[-–—]\\s*(\\d{1,9}))?");
  private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[\\u00a0\\u202f ](?=\\d{3}\\b)");
  private static final int MOST = 200;

  /**
   * Lines as people write them, {@code 12-40, 77} or {@code 1 204}: in order, those that touch put
   * together. What is no number is passed over.
   */
  public static List<LineSpan> parse(String typed) {
    var spans = new TreeMap<Long, Long>();
    var found = TYPED.matcher(GROUPED.matcher(typed).replaceAll(""));
    while (found.find() && spans.size() < MOST) {
      var from = Long.parseLong(found.group(1));
      var to = found.group(2) == null ? from : Long.parseLong(found.group(2));
      if (Math.min(from, to) >= 1) {
        spans.merge(Math.min(from, to), Math.max(from, to), Math::max);
      }
    }
    return joined(spans);
  }

  private static List<LineSpan> joined(SortedMap<Long, Long> spans) {
    var joined = new ArrayList<LineSpan>();
    spans.forEach((first, last) -> {
      var before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && first <= before.last() + 1) {
        joined.set(joined.size() - 1, new LineSpan(before.first(), Math.max(before.last(), last)));
      } else {
        joined.add(new LineSpan(first, last));
      }
    });
    return List.copyOf(joined);
  }

  /** As addresses carry it: {@code 12-40}. */
  public String text() {
    return first + "-" + last;
  }

  /** As {@link #parse} reads them. */
  public static String text(List<LineSpan> spans) {
    return String.join(
        ", ",
        spans.stream()
            .map(span -> span.first == span.last ? Long.toString(span.first) : span.text())
            .toList());
  }
}
