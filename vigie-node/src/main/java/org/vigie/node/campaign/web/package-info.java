/** The pages of campaigns. */
@NullMarked
package org.vigie.node.campaign.web;

import org.jspecify.annotations.NullMarked;
