package org.vigie.matching.sequence;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;

/**
 * What a case knows of one incident, as far as the model looks at it. What nobody wrote down stays
 * unknown and weighs nothing.
 *
 * @param id of the incident, unique within what is read together
 * @param act taxonomy code of a leaf or a family, or empty
 * @param reached who was reached
 * @param asked what was asked
 * @param when as precisely as it is known, or null
 */
public record Observation(
    String id, String act, Reached reached, Asked asked, @Nullable PartialDate when) {}
