/** Tests of the room of the same name. */
@NullMarked
package org.quillbox.base.config;

import org.jspecify.annotations.NullMarked;
