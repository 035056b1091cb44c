package org.quillbox.site.content;

/** Names of the types that the product itself knows; an import brings others. */
public final class EntryType {
  public static final String POST = "post";
  public static final String PAGE = "page";
  public static final String ATTACHMENT = "attachment";
  public static final String NAV_ITEM = "nav_menu_item";

  private EntryType() {}
}
