/**
 * Entries: posts, pages, attachments and everything else WordPress keeps as a post. Owns the tables {@code
 * entries}, {@code bodies}, {@code entry_meta}, {@code entry_terms}, {@code old_slugs}, {@code media}, {@code
 * imported} and {@code import_progress}. Visibility is a status, never the clock: what is due is published by
 * a job. Renders bodies; knows no page and no theme.
 */
@NullMarked
package org.quillbox.site.content;

import org.jspecify.annotations.NullMarked;
