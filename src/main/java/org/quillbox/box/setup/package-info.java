/**
 * The first minutes of a box: who owns it, what the site is called. Done once, by the wizard or headless with
 * the same answers; there is no default password. Owns the set-up code.
 */
@NullMarked
package org.quillbox.box.setup;

import org.jspecify.annotations.NullMarked;
