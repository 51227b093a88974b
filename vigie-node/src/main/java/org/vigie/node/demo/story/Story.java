package org.vigie.node.demo.story;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The whole house on one day.
 *
 * @param today the day every date hangs on
 * @param name the house's name
 * @param about what the house is
 * @param homeState the invented state the persons fled
 * @param accounts who can sign in; the first of each role is the one to show
 * @param cases the files
 * @param chats the conversations behind the chat exports
 * @param screens the telephones behind the pictures of screens
 * @param voices the voices behind the recordings
 * @param photos the photographs
 * @param notes notes of the house itself
 */
public record Story(
    LocalDate today,
    Bilingual name,
    Bilingual about,
    Bilingual homeState,
    List<DemoAccount> accounts,
    List<DemoCase> cases,
    List<ChatScript> chats,
    List<ScreenScript> screens,
    List<VoiceScript> voices,
    List<PhotoScript> photos,
    List<DemoNote> notes) {

  /** The house as it is on the clock's day in the clock's zone. */
  public static Story on(Clock clock) {
    return on(LocalDate.now(clock));
  }

  /** The house as it is on {@code today}. */
  public static Story on(LocalDate today) {
    return new StoryReader(today).read();
  }

  /** The accounts with this role, in the order of the story. */
  public List<DemoAccount> accounts(Role role) {
    return accounts.stream().filter(account -> account.role() == role).toList();
  }

  /**
   * The file with this key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public DemoCase file(String key) {
    return cases.stream()
        .filter(file -> file.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such file in the story"));
  }
}
