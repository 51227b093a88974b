package org.vigie.node.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import org.vigie.kernel.RegisterId;
import org.vigie.node.store.SettingStore;
import org.vigie.register.store.Bytes;

/** Which register is the comparison's, and how many days lie between two comparisons. */
final class OfficeAddress {

  static final int SHORTEST_DAYS = 7;
  static final int LONGEST_DAYS = 28;

  private static final String REGISTER = "links.register";
  private static final String SHARED = "links.shared";
  private static final String DAYS = "links.days";

  private final SettingStore settings;

  OfficeAddress(SettingStore settings) {
    this.settings = settings;
  }

  Optional<RegisterId> register() {
    return text(REGISTER).map(RegisterId::new);
  }

  void set(RegisterId register) {
    put(SHARED, "yes");
    put(REGISTER, register.value());
  }

  /** Whether there was a share host before there was a token; older houses handed it their key. */
  boolean sharedFromTheStart() {
    return text(SHARED).filter("yes"::equals).isPresent();
  }

  /** From 7 to 28; nobody can make the comparison quicker than a week. */
  int days() {
    return text(DAYS).map(Integer::parseInt).map(OfficeAddress::within).orElse(SHORTEST_DAYS);
  }

  void setDays(int days) {
    put(DAYS, Integer.toString(within(days)));
  }

  private static int within(int days) {
    return Math.clamp(days, SHORTEST_DAYS, LONGEST_DAYS);
  }

  private Optional<String> text(String name) {
    return settings.find(name).map(value -> new String(value.toArray(), US_ASCII));
  }

  private void put(String name, String value) {
    settings.put(name, Bytes.of(value.getBytes(US_ASCII)));
  }
}
