/**
 * The site's options under WordPress's names, typed and checked. Owns the table {@code options}. Knows no
 * address: {@code siteurl} and {@code home} are computed from the request and are not stored.
 */
@NullMarked
package org.quillbox.site.settings;

import org.jspecify.annotations.NullMarked;
