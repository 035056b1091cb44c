/**
 * The words every room speaks: who acts ({@link org.quillbox.base.kernel.Actor}), what may fail ({@link
 * org.quillbox.base.kernel.Problem}), what was read ({@link org.quillbox.base.kernel.Reads}) and what a
 * change touches ({@link org.quillbox.base.kernel.Key}). Owns no table, opens no file, knows no library.
 */
@NullMarked
package org.quillbox.base.kernel;

import org.jspecify.annotations.NullMarked;
