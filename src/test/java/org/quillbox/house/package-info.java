/**
 * What holds for the whole house rather than for one room: who may see whom, which library lives where, how
 * long a file may get, what the manual and the licence list must say.
 */
@NullMarked
package org.quillbox.house;

import org.jspecify.annotations.NullMarked;
