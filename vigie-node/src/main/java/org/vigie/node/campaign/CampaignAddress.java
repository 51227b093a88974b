package org.vigie.node.campaign;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.campaign.Threshold;
import org.vigie.node.store.SettingStore;
import org.vigie.register.store.Bytes;

/** Which register is the campaigns', from how many people on they are shown, and how often anew. */
final class CampaignAddress {

  static final List<Integer> PEOPLE = List.of(3, 5, 10);
  static final List<Integer> WEEKS = List.of(4, 8, 12);

  private static final String REGISTER = "campaigns.register";
  private static final String SHOWN_FROM = "campaigns.people";
  private static final String PACE = "campaigns.weeks";
  private static final int WEEK = 7;

  private final SettingStore settings;

  CampaignAddress(SettingStore settings) {
    this.settings = settings;
  }

  Optional<RegisterId> register() {
    return text(REGISTER).map(RegisterId::new);
  }

  void set(RegisterId register) {
    put(REGISTER, register.value());
  }

  Threshold threshold() {
    return new Threshold(text(SHOWN_FROM).map(Integer::parseInt).orElse(Threshold.LEAST));
  }

  int weeks() {
    return text(PACE).map(Integer::parseInt).filter(WEEKS::contains).orElse(WEEKS.getFirst());
  }

  int days() {
    return WEEK * weeks();
  }

  /** Keeps both where they are among those that can be chosen. */
  void keep(String people, String weeks) {
    if (PEOPLE.stream().anyMatch(choice -> people.equals(choice.toString()))) {
      put(SHOWN_FROM, people);
    }
    if (WEEKS.stream().anyMatch(choice -> weeks.equals(choice.toString()))) {
      put(PACE, weeks);
    }
  }

  private Optional<String> text(String name) {
    return settings.find(name).map(value -> new String(value.toArray(), US_ASCII));
  }

  private void put(String name, String value) {
    settings.put(name, Bytes.of(value.getBytes(US_ASCII)));
  }
}
