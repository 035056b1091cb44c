/** What readers answer. Owns the tables {@code comments} and {@code comment_meta}. */
@NullMarked
package org.quillbox.site.comments;

import org.jspecify.annotations.NullMarked;
