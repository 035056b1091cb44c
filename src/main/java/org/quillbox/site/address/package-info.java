/**
 * The one room that knows what an address looks like: {@link org.quillbox.site.address.Addresses} builds the
 * address of everything a reader can visit and says what an asked address may mean, as {@link
 * org.quillbox.site.address.Candidate candidates} in order. Pure: it looks nothing up, owns no table and
 * knows no scheme, host or port; every address it builds starts with a slash. {@link
 * org.quillbox.site.address.OwnLinks} brings links of the site's own names into that form.
 *
 * <p>{@code Reading} is a kind of class of its own here: the table of ambiguities, one constant a row, in the
 * order they are tried.
 */
@NullMarked
package org.quillbox.site.address;

import org.jspecify.annotations.NullMarked;
