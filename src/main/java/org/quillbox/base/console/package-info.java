/**
 * What every screen of the console is made of: the page around it ({@link
 * org.quillbox.base.console.Shell}), forms that give back every typed byte ({@link
 * org.quillbox.base.console.FormState}, {@link org.quillbox.base.console.Field}), lists ({@link
 * org.quillbox.base.console.ListTable}), notices. Parts are immutable records; the markup stands in the
 * templates beside them, the look in {@code console/console.css}. Knows no noun of a site, owns no table.
 * A screen about one noun lives with the noun.
 */
@NullMarked
package org.quillbox.base.console;

import org.jspecify.annotations.NullMarked;
