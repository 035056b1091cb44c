/**
 * The store: one database behind a small door, and the feed of its changes. The only room that sees JDBC.
 * Owns the tables {@code ids}, {@code changes}, {@code feed_head} and {@code schema_steps}. Knows no noun:
 * every other table belongs to the room whose store class names it.
 */
@NullMarked
package org.quillbox.base.store;

import org.jspecify.annotations.NullMarked;
