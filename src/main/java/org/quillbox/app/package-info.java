/** The roof: builds the house in order, boots it, and takes the command line. Nobody may see this room. */
@NullMarked
package org.quillbox.app;

import org.jspecify.annotations.NullMarked;
