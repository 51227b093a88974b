package org.vigie.node.shell;

/**
 * What one upload may bring.
 *
 * @param fileBytes bytes of one file
 * @param fieldBytes bytes of all typed fields together
 * @param parts parts of one form
 */
public record UploadLimits(long fileBytes, long fieldBytes, int parts) {}
