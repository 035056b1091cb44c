package org.quillbox.site.content;

import java.time.LocalDateTime;
import java.util.List;
import org.quillbox.base.kernel.Reads;

/**
 * Where the block of latest comments gets them: this room may not see comments, which see it. Comments answer
 * on a real site, nobody where there are none.
 */
@FunctionalInterface
public interface RecentComments {
  /** A site without comments. */
  RecentComments NONE = (reads, most) -> List.of();

  /** Approved comments on public entries without a password, newest first. Notes what it read. */
  List<Recent> latest(Reads reads, int most);

  /**
   * One of them.
   *
   * @param author public name; may be empty
   * @param words plain text, the beginning of it
   */
  record Recent(long id, long entry, String author, String words, LocalDateTime at) {}
}
