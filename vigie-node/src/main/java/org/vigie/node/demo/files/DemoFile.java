package org.vigie.node.demo.files;

/**
 * A file a person of the story brought.
 *
 * @param name its name
 * @param mediaType its media type
 * @param bytes its content; not copied, so not to be changed
 */
// Made once, handed on once: a copy at every step would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record DemoFile(String name, String mediaType, byte[] bytes) {}
