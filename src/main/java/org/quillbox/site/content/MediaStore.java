package org.quillbox.site.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.store.Row;
import org.quillbox.base.store.Sql;
import org.quillbox.base.store.Tx;

/** All SQL of the files of attachments. */
final class MediaStore {
  private static final String COLUMNS =
      "select entry_id, file, mime, width, height, size_bytes, is_present, source_url from media";

  Map<Long, MediaFile> find(Tx tx, Collection<Long> entries) {
    Map<Long, MediaFile> found = new HashMap<>();
    tx.list(new Sql(COLUMNS).andIn("entry_id", entries), MediaStore::media)
        .forEach(m -> found.put(m.entry(), m));
    return found;
  }

  Optional<MediaFile> byFile(Tx tx, String file) {
    return tx.one(COLUMNS + " where file = ?", MediaStore::media, file);
  }

  List<MediaFile> missing(Tx tx) {
    return tx.list(COLUMNS + " where is_present = false order by entry_id", MediaStore::media);
  }

  void put(Tx tx, MediaFile media) {
    tx.upsert(
        """
        update media set file = ?, mime = ?, width = ?, height = ?, size_bytes = ?, is_present = ?, source_url = ?
        where entry_id = ?\
        """,
        """
        insert into media (file, mime, width, height, size_bytes, is_present, source_url, entry_id)
        values (?,?,?,?,?,?,?,?)\
        """,
        media.file(),
        media.mime(),
        media.width(),
        media.height(),
        media.sizeBytes(),
        media.isPresent(),
        media.sourceUrl(),
        media.entry());
  }

  private static MediaFile media(Row row) {
    return new MediaFile(
        row.number("entry_id"),
        row.text("file"),
        row.text("mime"),
        row.small("width"),
        row.small("height"),
        row.number("size_bytes"),
        row.flag("is_present"),
        row.text("source_url"));
  }
}
