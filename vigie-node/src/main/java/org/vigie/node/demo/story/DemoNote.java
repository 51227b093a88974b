package org.vigie.node.demo.story;

import org.vigie.kernel.PartialDate;

/**
 * Something the house wrote down. Also holds what Vigie has no page for yet (a permit, a referral,
 * a residency, a programme), so that the demo pretends nothing.
 *
 * @param topic a stable word to find it by, for example {@code permit} or {@code referral}
 * @param by the sign-in name of who wrote it
 * @param when the day
 * @param text the note
 */
public record DemoNote(String topic, String by, PartialDate when, Bilingual text) {}
