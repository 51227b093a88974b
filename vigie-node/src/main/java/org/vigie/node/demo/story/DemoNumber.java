package org.vigie.node.demo.story;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;

/**
 * A number or handle as the person saw it. Numbers come from ranges kept for fiction or unassigned.
 *
 * @param displayed exactly as it was displayed or written down
 * @param seenOn where it was seen, for example {@code WhatsApp} or {@code call}
 * @param displayedName the name shown beside it, null where there was none
 * @param claimed who the caller said he was, null where nobody said
 * @param firstSeen the first time
 * @param lastSeen the last time
 */
public record DemoNumber(
    String displayed,
    String seenOn,
    @Nullable String displayedName,
    @Nullable Bilingual claimed,
    PartialDate firstSeen,
    PartialDate lastSeen) {}
