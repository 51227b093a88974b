/**
 * The fictional house as plain values: who has an account, what each person told, what was coded
 * from it. The words are in text files beside this package; every date hangs on today, so that the
 * demo never grows old. Knows no database and no page.
 */
@NullMarked
package org.vigie.node.demo.story;

import org.jspecify.annotations.NullMarked;
