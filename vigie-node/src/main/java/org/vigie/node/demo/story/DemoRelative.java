package org.vigie.node.demo.story;

import org.vigie.kernel.PartialDate;

/**
 * A relative, by handle and never by name, with what a form to the United Nations asks. The fields
 * follow the six elements of a communication to the Working Group on Enforced or Involuntary
 * Disappearances and the grounds asked by the one on Arbitrary Detention.
 *
 * @param handle the handle, for example {@code R1}
 * @param relation what they are to the person
 * @param since when they were taken or last heard of
 * @param where the place of arrest or last sight
 * @param by the forces thought responsible, and why it is thought so
 * @param steps what the family did to find them, or why it could not
 * @param basis the charge or sentence as far as it is known
 * @param consent how consent stands
 */
public record DemoRelative(
    String handle,
    Bilingual relation,
    PartialDate since,
    Bilingual where,
    Bilingual by,
    Bilingual steps,
    Bilingual basis,
    Bilingual consent) {}
