/** Tests of the house put together: screens on a real server, with a real store. */
@NullMarked
package org.quillbox.app;

import org.jspecify.annotations.NullMarked;
