/** Pages. */
@NullMarked
package org.vigie.node.dossier.web;

import org.jspecify.annotations.NullMarked;
