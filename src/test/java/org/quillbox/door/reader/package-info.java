/** Tests of what readers get. */
@org.jspecify.annotations.NullMarked
package org.quillbox.door.reader;
