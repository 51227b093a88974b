package org.vigie.node.shell;

import java.io.InputStream;

/**
 * One file of an upload, as a stream that never touches a disk. Read {@code bytes} to its end
 * before asking for the next one; a read throws {@link UploadCut} if the upload is cut, stopped or
 * over a limit, and then whatever was begun with the bytes must be dropped.
 *
 * @param field name of the form's field
 * @param name file name as the sender wrote it, without folders; to be sealed, never used as a path
 * @param claimedType content type as the sender claims; not to be believed
 * @param bytes what was sent
 */
public record FilePart(String field, String name, String claimedType, InputStream bytes) {}
