package org.vigie.evidence.archive;

/**
 * One file in a zip.
 *
 * @param name path, of ASCII letters, digits and {@code ._-/}
 * @param crc CRC-32 of the content
 * @param length bytes of the content
 */
public record ZipEntry(String name, long crc, long length) {}
