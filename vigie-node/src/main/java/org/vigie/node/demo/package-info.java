/**
 * The demo: a fictional house, told in several languages, with real files made by code. Nothing
 * here is about anybody.
 */
@NullMarked
package org.vigie.node.demo;

import org.jspecify.annotations.NullMarked;
