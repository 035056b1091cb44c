package org.quillbox.base.kernel;

import java.util.Locale;

/** What a role may do; the names are WordPress's (contract section 19), spelled as constants. */
public enum Capability {
  READ,
  EDIT_POSTS,
  DELETE_POSTS,
  PUBLISH_POSTS,
  EDIT_PUBLISHED_POSTS,
  DELETE_PUBLISHED_POSTS,
  UPLOAD_FILES,
  EDIT_OTHERS_POSTS,
  DELETE_OTHERS_POSTS,
  EDIT_PRIVATE_POSTS,
  DELETE_PRIVATE_POSTS,
  READ_PRIVATE_POSTS,
  EDIT_PAGES,
  EDIT_OTHERS_PAGES,
  EDIT_PUBLISHED_PAGES,
  EDIT_PRIVATE_PAGES,
  PUBLISH_PAGES,
  DELETE_PAGES,
  DELETE_OTHERS_PAGES,
  DELETE_PUBLISHED_PAGES,
  DELETE_PRIVATE_PAGES,
  READ_PRIVATE_PAGES,
  MANAGE_CATEGORIES,
  MODERATE_COMMENTS,
  UNFILTERED_HTML,
  EDIT_USERS,
  LIST_USERS,
  CREATE_USERS,
  DELETE_USERS,
  PROMOTE_USERS,
  MANAGE_OPTIONS,
  EDIT_THEME_OPTIONS,
  IMPORT,
  EXPORT;

  /** WordPress's spelling, e.g. {@code edit_posts}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
