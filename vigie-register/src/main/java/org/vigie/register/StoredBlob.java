package org.vigie.register;

import org.vigie.kernel.BlobId;

/**
 * Bytes as they were received and are kept.
 *
 * @param id their name in the store
 * @param sha256 of the bytes as received; 64 lower-case hexadecimal digits
 * @param sha512 of the bytes as received; 128 lower-case hexadecimal digits
 * @param length in bytes, as received
 */
public record StoredBlob(BlobId id, String sha256, String sha512, long length) {}
