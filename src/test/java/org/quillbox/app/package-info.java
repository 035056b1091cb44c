/** Tests of the whole house. */
@NullMarked
package org.quillbox.app;

import org.jspecify.annotations.NullMarked;
