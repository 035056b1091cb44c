/** Tests of what comes from WordPress export files. */
@NullMarked
package org.quillbox.door.wxr;

import org.jspecify.annotations.NullMarked;
