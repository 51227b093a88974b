package org.vigie.node.demo.story;

import java.time.LocalDateTime;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * A telephone's screen with messages on it.
 *
 * @param file the picture's file name
 * @param language the language of the messages; it sets the direction of the screen
 * @param at the local time in the status bar
 * @param sender the name or number at the top
 * @param bubbles the messages received, oldest first
 */
public record ScreenScript(
    String file, Language language, LocalDateTime at, String sender, List<String> bubbles) {}
