/**
 * A site that comes from a WordPress export file (WXR): reading the file as a stream, deciding what of it may be
 * seen, matching attachment files, and the report of what happened. Owns no table. It does not render
 * anything, does not fetch files from the old site and does not know how a noun is stored.
 *
 * <p>Roles of its own: {@code WxrXml} (a cursor over the parser), {@code WxrBytes} (the bytes before the
 * parser sees them), {@code WxrTrouble} (the sentences for files that cannot be read).
 */
@NullMarked
package org.quillbox.door.wxr;

import org.jspecify.annotations.NullMarked;
