package org.vigie.matching.identifier;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links that name an account: a profile page, or a chat with a number. */
final class Profiles {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:wa\\.me/(?:%2B|\\+)?|api\\.whatsapp\\.com/send(?:/?)\\?(?:.*&)?phone=(?:%2B|\\+)?"
              + "|t\\.me/\\+|viber\\.click/|signal\\.me/#p/\\+?)([0-9]{6,17})(?:[&?].*)?");
  private static final Pattern NAME = Pattern.compile("([^/]+)/@?([A-Za-z0-9_.\\-]{3,64})");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "home",
          "search",
          "explore",
          "watch",
          "share",
          "joinchat",
          "addstickers",
          "intent",
          "hashtag",
          "login",
          "groups",
          "events",
          "pages",
          "reel",
          "stories",
          "i",
          "wall",
          "feed",
          "results",
          "playlist",
          "channel",
          "settings",
          "profile.php",
          "sharer",
          "story.php");

  private Profiles() {}

  /** The handle or number that a link leads to, or null when it is a link like any other. */
  static @Nullable Identifier of(Link link, @Nullable String region) {
    var number = NUMBER.matcher(link.address());
    if (number.matches()
        && PhoneNumbers.read("+" + number.group(1), region) instanceof Reading.Read(var read)) {
      return read;
    }
    var name = NAME.matcher(link.address());
    if (!name.matches() || NOT_NAMES.contains(name.group(2))) {
      return null;
    }
    var platform = Platform.withProfilesAt(name.group(1));
    if (platform == Platform.UNSTATED) {
      return null;
    }
    return Handles.read(name.group(2), platform) instanceof Reading.Read(var read) ? read : null;
  }
}
