package org.vigie.imports.archive;

/**
 * A file that an archive says it holds.
 *
 * @param name with its folders, as the archive writes it
 * @param size bytes of it, as claimed; 0 where it cannot be taken out
 * @param closed whether it cannot be taken out: a link, a device, or under a password or packed in
 *     a way that nobody knows here
 */
public record Listed(String name, long size, boolean closed) {}
