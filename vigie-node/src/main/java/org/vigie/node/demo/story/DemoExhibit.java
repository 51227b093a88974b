package org.vigie.node.demo.story;

import org.vigie.kernel.PartialDate;

/**
 * A file the person brought.
 *
 * @param file the file's name; {@code DemoFiles} makes its bytes
 * @param received when it was handed over
 * @param provenance where it comes from, one sentence
 */
public record DemoExhibit(String file, PartialDate received, Bilingual provenance) {}
