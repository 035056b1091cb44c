/** Tests of the room of the same name. */
@NullMarked
package org.quillbox.base.kernel;

import org.jspecify.annotations.NullMarked;
