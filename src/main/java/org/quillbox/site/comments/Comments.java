package org.quillbox.site.comments;

import java.util.List;
import java.util.Map;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.Ids;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Tx;

/** Reads threads and takes comments of imports. */
public final class Comments {
  public static final String KIND = "comment";
  private static final String COUNTER = "comment";

  private final Db db;
  private final Ids ids;

  public Comments(Db db, Ids ids) {
    this.db = db;
    this.ids = ids;
  }

  /** Approved comments of an entry that the reader may see, oldest first. */
  public List<Comment> thread(Reads reads, long entry) {
    reads.saw(new Key.Members("thread:" + entry));
    return db.read(tx ->
        tx.list(
            """
            select id, entry_id, parent_id, person_id, author_name, author_email, author_url,
              author_address, author_agent, made_at, made_local, status, comment_type, content
            from comments
            where entry_id = ? and status = '1'
            order by made_at, id\
            """,
            Comments::comment,
            entry));
  }

  /** A fresh id, taken outside the transaction. */
  public long nextId() {
    return ids.next(COUNTER);
  }

  /** Moves the counter past the highest id of an import, so that fresh ids take none that is to be kept. */
  public void reserve(Tx tx, long highest) {
    ids.keep(tx, COUNTER, highest);
  }

  /**
   * Takes a comment of an import; its wanted id is kept when nobody has it.
   *
   * @return its id here
   */
  public long take(Tx tx, Comment wanted, List<Map.Entry<String, String>> meta, long freshId) {
    boolean free =
        wanted.id() > 0
            && tx.number("select count(*) as n from comments where id = ?", wanted.id()) == 0;
    long id = free && ids.keep(tx, COUNTER, wanted.id()) ? wanted.id() : freshId;
    tx.update(
        """
        insert into comments (id, entry_id, parent_id, person_id, author_name, author_email, author_url,
          author_address, author_agent, made_at, made_local, status, comment_type, content, version)
        values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)\
        """,
        id,
        wanted.entry(),
        wanted.parent(),
        wanted.person(),
        wanted.name(),
        wanted.email(),
        wanted.url(),
        wanted.address(),
        wanted.agent(),
        wanted.madeAt(),
        wanted.madeLocal(),
        wanted.status(),
        wanted.type(),
        wanted.content());
    for (int i = 0; i < meta.size(); i++) {
      tx.update(
          "insert into comment_meta (comment_id, place, meta_key, meta_value) values (?,?,?,?)",
          id,
          i,
          meta.get(i).getKey(),
          meta.get(i).getValue());
    }
    tx.changed(
        KIND, id, List.of(new Key.Members("thread:" + wanted.entry()), new Key.Row(KIND, id)));
    return id;
  }

  /** Approved comments of an entry, counted inside a transaction. */
  public int countApproved(Tx tx, long entry) {
    return (int)
        tx.number("select count(*) as n from comments where entry_id = ? and status = '1'", entry);
  }

  private static Comment comment(Row row) {
    return new Comment(
        row.number("id"),
        row.number("entry_id"),
        row.number("parent_id"),
        row.number("person_id"),
        row.text("author_name"),
        row.text("author_email"),
        row.text("author_url"),
        row.text("author_address"),
        row.text("author_agent"),
        row.instant("made_at"),
        row.local("made_local"),
        row.text("status"),
        row.text("comment_type"),
        row.text("content"));
  }
}
