/**
 * Themes, and the views they are given: the public interface of a theme. A view is a value made for one page;
 * it knows no service and no host. The room turns a view into a whole page with its policy. Owns no table.
 *
 * <p>Kinds of class here: a {@code View} is a record that templates read; {@code Theme} holds the files of one
 * theme; {@code PageAssembler} puts head, styles and policy around what a template made.
 */
@NullMarked
package org.quillbox.door.theme;

import org.jspecify.annotations.NullMarked;
