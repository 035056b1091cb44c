/** Tests of the addresses. */
@org.jspecify.annotations.NullMarked
package org.quillbox.site.address;
