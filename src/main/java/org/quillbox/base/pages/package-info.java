/**
 * Finished pages and parts of pages, kept in memory and served while they are exactly right (architecture
 * section 5). A page is never evicted by a change: it carries the number of the change it began after and the
 * keys it read, and is valid while none of them has a later stamp. Owns no table.
 */
@NullMarked
package org.quillbox.base.pages;

import org.jspecify.annotations.NullMarked;
