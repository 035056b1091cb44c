package org.quillbox.site.comments;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A comment, pingback or trackback.
 *
 * @param parent id of the comment it answers, 0 for none
 * @param person id of the account that wrote it, 0 for guests
 * @param address network address it came from; shown to moderators only
 * @param status WordPress's stored form: {@code 1} approved, {@code 0} waiting, {@code spam}, {@code trash}
 * @param content HTML as it was sent; sanitised when shown
 */
public record Comment(
    long id,
    long entry,
    long parent,
    long person,
    String name,
    String email,
    String url,
    String address,
    String agent,
    Instant madeAt,
    LocalDateTime madeLocal,
    String status,
    String type,
    String content) {
  public static final String APPROVED = "1";

  public boolean isApproved() {
    return status.equals(APPROVED);
  }
}
