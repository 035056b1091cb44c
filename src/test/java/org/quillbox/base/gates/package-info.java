/** Tests of the gates. */
@NullMarked
package org.quillbox.base.gates;

import org.jspecify.annotations.NullMarked;
