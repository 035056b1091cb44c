/**
 * What is done to text before anybody sees it: block markup to a tree and back, automatic paragraphs,
 * typographic quotes, shortcodes and what to do with those nobody answers, language tags, excerpts,
 * Markdown, PHP's serialised values. Pure functions; the only thing read is this room's own data file of
 * shortcode rules. Owns no table. Deliberately does not sanitise (the gate does, once, afterwards) and knows
 * no posts: pictures, galleries and included entries come from the caller through {@link
 * org.quillbox.base.text.ShortcodeExpander}.
 */
@NullMarked
package org.quillbox.base.text;

import org.jspecify.annotations.NullMarked;
