/** Planted: breaks rules on purpose, so that the house test can be seen to catch them. */
@NullMarked
package org.quillbox.house.planted.door.reader;

import org.jspecify.annotations.NullMarked;
