@NullMarked
package org.vigie.node.dossier;

import org.jspecify.annotations.NullMarked;
