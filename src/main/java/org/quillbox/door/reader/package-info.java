/**
 * How readers get at the site: pages, archives and feeds. Owns no table and decides nothing about a noun: it
 * asks {@code site.address} what an address may mean, looks it up, and hands what it found to the theme or
 * to {@link org.quillbox.door.reader.RssFeed}.
 */
@NullMarked
package org.quillbox.door.reader;

import org.jspecify.annotations.NullMarked;
