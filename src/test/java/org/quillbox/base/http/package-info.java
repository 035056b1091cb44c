/** Tests of the edge: the real server on the loopback, asked over sockets. */
@NullMarked
package org.quillbox.base.http;

import org.jspecify.annotations.NullMarked;
