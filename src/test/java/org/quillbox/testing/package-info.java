/** What tests of several rooms share: a browser and a validator of HTML. */
@NullMarked
package org.quillbox.testing;

import org.jspecify.annotations.NullMarked;
