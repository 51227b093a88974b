package org.vigie.node.shell;

/**
 * An address to which machines post without a session and without a form's token, because what they
 * send proves itself by its signature. Whoever answers there must change nothing for anybody's
 * session. A capability declares a bean of this type.
 *
 * @param path exactly
 */
public record MachineRoute(String path) {}
