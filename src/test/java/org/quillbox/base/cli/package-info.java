/** Tests of the room of the same name. */
@NullMarked
package org.quillbox.base.cli;

import org.jspecify.annotations.NullMarked;
