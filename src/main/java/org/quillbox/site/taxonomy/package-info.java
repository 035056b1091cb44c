/**
 * Categories, tags and every other taxonomy. Owns the table {@code terms}; which entry has which term belongs
 * to {@code site.content}. All terms are in memory: a page names dozens of them and their parents.
 */
@NullMarked
package org.quillbox.site.taxonomy;

import org.jspecify.annotations.NullMarked;
