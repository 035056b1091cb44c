package org.quillbox.site.content;

import org.quillbox.base.kernel.Reads;
import org.quillbox.site.address.Addresses;
import org.quillbox.site.taxonomy.Term;

/**
 * Addresses of what blocks link to. Given from above: the door that answers addresses is the one that knows
 * how they are built. Paths without a host, percent-encoded, not escaped for HTML.
 */
public interface EntryLinks {
  /** The site's addresses as it is set now. */
  Addresses addresses(Reads reads);

  /** The address of an entry of any type. */
  String entry(Reads reads, Entry entry);

  /** The archive of a term. */
  String term(Reads reads, Term term);
}
