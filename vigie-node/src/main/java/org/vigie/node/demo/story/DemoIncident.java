package org.vigie.node.demo.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Demand;
import org.vigie.node.incident.TargetKind;

/**
 * An act, coded by the taxonomy, as a caseworker would code it from the account.
 *
 * @param leaf the taxonomy leaf, for example {@code recruit-informant}
 * @param when as precisely as it is known
 * @param demand what was asked
 * @param claimedSender who the sender said he was, null where nobody said
 * @param channel how it came
 * @param number the number or handle as displayed, null where there was none
 * @param place where the person was
 * @param target whom it was aimed at
 * @param phase where on the road
 * @param step the place in a sequence (1 family approached, 2 odd questions, 3 direct contact), 0
 *     outside one
 * @param relatives the handles of the relatives concerned
 * @param summary what happened, one or two sentences
 * @param quoted the language of the message of that minute whose words these are, null where it is
 *     told in the words of the caseworker
 * @param impact what it did to the person, null where nothing was said
 */
public record DemoIncident(
    String leaf,
    PartialDate when,
    Demand demand,
    @Nullable Bilingual claimedSender,
    Channel channel,
    @Nullable String number,
    Bilingual place,
    TargetKind target,
    Phase phase,
    int step,
    List<String> relatives,
    Bilingual summary,
    @Nullable Language quoted,
    @Nullable Bilingual impact) {}
