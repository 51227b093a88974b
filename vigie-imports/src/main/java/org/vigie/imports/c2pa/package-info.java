/**
 * Content Credentials (C2PA 1.0 to 2.2): what a manifest says, whether its parts fit together, and
 * who its certificate says signed it. No list of trusted signers is known here.
 */
@NullMarked
package org.vigie.imports.c2pa;

import org.jspecify.annotations.NullMarked;
