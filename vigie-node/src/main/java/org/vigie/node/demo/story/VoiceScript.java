package org.vigie.node.demo.story;

/**
 * A recording.
 *
 * @param file the sound file's name
 * @param words what the invented voice utters, in plain Latin letters as they are spoken
 */
public record VoiceScript(String file, String words) {}
