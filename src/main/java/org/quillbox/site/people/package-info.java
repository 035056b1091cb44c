/**
 * The people of a site: accounts, roles, sessions, signing in. Owns the tables {@code people}, {@code
 * sessions} and {@code app_passwords}. A sign-in name never leaves this room but for the console of those
 * who may list people; the address of an author derives from the public name.
 */
@NullMarked
package org.quillbox.site.people;

import org.jspecify.annotations.NullMarked;
