/**
 * The gates: one class for each way in which something dangerous passes. Markup of strangers ({@link
 * org.quillbox.base.gates.HtmlSanitizer}), XML ({@link org.quillbox.base.gates.XmlReader}), files that must be
 * whole or not there ({@link org.quillbox.base.gates.AtomicFile}), randomness and digests ({@link
 * org.quillbox.base.gates.Randoms}) and passwords ({@link org.quillbox.base.gates.Passwords}, {@link
 * org.quillbox.base.gates.PasswordRules}). Nothing else in the house may construct an XML factory, a random
 * source or a hash of a password. Owns no table and keeps no state; knows nothing of posts.
 */
@NullMarked
package org.quillbox.base.gates;

import org.jspecify.annotations.NullMarked;
