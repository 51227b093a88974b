package org.vigie.matching.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many elements a share host evaluates. They lie with the share host, so that whoever asks
 * cannot raise them.
 *
 * @param accountDay for one account on one day
 * @param accountMonth for one account in thirty days
 * @param houseDay for all accounts on one day
 * @param incident for one incident in thirty days
 */
public record ShareLimits(int accountDay, int accountMonth, int houseDay, int incident) {

  /** Five a day and forty in thirty days an account, 500 a day in all, forty an incident. */
  public static final ShareLimits STANDARD = new ShareLimits(5, 40, 500, 40);

  private static final String FILE = "limits";

  /** The limits that the share's folder says, in lines such as {@code account-day 5}. */
  static ShareLimits in(Path folder) throws IOException {
    var file = folder.resolve(FILE);
    Map<String, Integer> said = new HashMap<>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        var words = line.strip().split(" +", -1);
        if (words.length == 2 && words[1].matches("[0-9]{1,8}")) {
          said.put(words[0], Integer.valueOf(words[1]));
        }
      }
    }
    return new ShareLimits(
        said.getOrDefault("account-day", STANDARD.accountDay()),
        said.getOrDefault("account-month", STANDARD.accountMonth()),
        said.getOrDefault("house-day", STANDARD.houseDay()),
        said.getOrDefault("incident", STANDARD.incident()));
  }

  /** Writes them into the share's folder; for whoever runs the share host, and demonstrations. */
  public void write(Path folder) throws IOException {
    var lines =
        List.of(
            "account-day " + accountDay,
            "account-month " + accountMonth,
            "house-day " + houseDay,
            "incident " + incident);
    Files.write(folder.resolve(FILE), lines, StandardCharsets.US_ASCII);
  }
}
