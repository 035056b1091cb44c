/** Tests of the store on both databases. */
@NullMarked
package org.quillbox.base.store;

import org.jspecify.annotations.NullMarked;
