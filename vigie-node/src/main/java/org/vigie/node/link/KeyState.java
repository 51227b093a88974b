package org.vigie.node.link;

import java.util.List;
import org.vigie.seal.OprfElement;

/**
 * How things stand with the key of tokens.
 *
 * @param epoch how many keys there have been
 * @param changing whether a change waits to be finished
 * @param answers whether the share host answers, with the key that was agreed
 * @param old whether it is time to change the key
 * @param beside tokens that the share host made and no journal speaks of
 * @param lost tokens that the journal says were asked for and the share host never made
 * @param own whether the share host is a process of the node's own
 * @param key that was agreed
 * @param unproven another key that the share host shows, and nothing proves; one item, or none
 */
public record KeyState(
    int epoch,
    boolean changing,
    boolean answers,
    boolean old,
    long beside,
    long lost,
    boolean own,
    OprfElement key,
    List<OprfElement> unproven) {}
