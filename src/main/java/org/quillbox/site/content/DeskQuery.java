package org.quillbox.site.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.store.Sql;

/**
 * Which entries somebody wants to see in the console.
 *
 * @param type post or page
 * @param status null for all but the trash
 * @param search part of a title, compared without case; empty for all
 */
record DeskQuery(String type, @Nullable EntryStatus status, String search) {
  /** Adds the conditions: those of the query, and that nobody sees on his desk what he may not edit. */
  Sql onto(Sql start, Actor actor) {
    Sql sql = ofType(start, actor);
    if (status == null) {
      sql.and("status <> ?", EntryStatus.TRASH.wire());
    } else {
      sql.and("status = ?", status.wire());
    }
    return sql;
  }

  /** The same without the condition on the status, to count by it. */
  Sql ofType(Sql start, Actor actor) {
    boolean page = type.equals(EntryType.PAGE);
    actor.require(page ? Capability.EDIT_PAGES : Capability.EDIT_POSTS);
    Sql sql = start.and("entry_type = ?", type);
    if (!actor.can(page ? Capability.EDIT_OTHERS_PAGES : Capability.EDIT_OTHERS_POSTS)) {
      sql.and("author_id = ?", actor.id());
    }
    if (!search.isBlank()) {
      sql.and(
          "lower(title) like ? escape '!'",
          Sql.containing(search.strip().toLowerCase(Locale.ROOT)));
    }
    return sql;
  }
}
