package org.quillbox.site.content;

import java.util.Locale;
import java.util.Set;
import org.quillbox.base.gates.Randoms;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.view.PhpDate;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/**
 * What blocks read from: the services of the site.
 *
 * @param hosts names of the site beside those its options tell
 */
record BodyParts(
    Entries entries,
    Catalogue catalogue,
    Terms terms,
    People people,
    Settings settings,
    Permalinks links,
    RecentComments comments,
    Randoms randoms,
    Set<String> hosts) {

  /** A date as the site writes it. */
  String date(Reads reads, java.time.LocalDateTime at) {
    Locale locale = settings.locale(reads);
    return PhpDate.format(settings.text(reads, Option.DATE_FORMAT), at, locale);
  }
}
