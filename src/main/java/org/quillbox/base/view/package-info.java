/**
 * Turns templates into markup: Velocity in a sandbox of our own ({@link
 * org.quillbox.base.view.Templates}), the texts of the interface ({@link
 * org.quillbox.base.view.Messages}), dates in the owner's format ({@link
 * org.quillbox.base.view.PhpDate}) and addresses that are safe to link ({@link
 * org.quillbox.base.view.Url}). Two engines exist: the console's, which reads templates beside our
 * classes, and a theme's, which sees the theme and nothing else. Owns no table; knows no noun.
 */
@NullMarked
package org.quillbox.base.view;

import org.jspecify.annotations.NullMarked;
