package org.vigie.node.demo.story;

import org.vigie.kernel.Language;

/**
 * Somebody who can sign in to the demo.
 *
 * @param signIn the pseudonymous sign-in name, lower-case ASCII
 * @param role what the account comes for
 * @param name the display name
 * @param language the language its pages are shown in
 * @param about who it is, one sentence
 */
public record DemoAccount(
    String signIn, Role role, String name, Language language, Bilingual about) {}
