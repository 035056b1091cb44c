package org.quillbox.base.console;

import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Capability;

/**
 * One line of the rail; rooms hand theirs up and the rail shows those the visitor may use.
 *
 * @param group heading it stands under: Write, Readers, Site, Box; empty for the first, unnamed group
 * @param label what it is called
 * @param href address of the screen; the line is current on that address
 * @param icon id in the sprite
 * @param needs what one must be allowed to do to see it; null for everybody signed in
 */
public record NavItem(
    String group, String label, String href, String icon, @Nullable Capability needs) {}
