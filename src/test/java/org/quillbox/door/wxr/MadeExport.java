package org.quillbox.door.wxr;

/** An export of three transactions and more, made on the spot: parents that come later, threads, files, terms nobody declared. */
final class MadeExport {
  private MadeExport() {}

  static String of(int items) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Tower</title><link>https://tower.example</link><description>High</description><language>de-DE</language>
        <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://tower.example</wp:base_site_url><wp:base_blog_url>https://tower.example</wp:base_blog_url>
        <wp:author><wp:author_id>4</wp:author_id><wp:author_login>keeper</wp:author_login><wp:author_display_name>Ida Keeper</wp:author_display_name></wp:author>
        <wp:category><wp:term_id>9</wp:term_id><wp:category_nicename>low</wp:category_nicename><wp:category_parent>high</wp:category_parent><wp:cat_name>Low</wp:cat_name></wp:category>
        <wp:category><wp:term_id>8</wp:term_id><wp:category_nicename>high</wp:category_nicename><wp:cat_name>High</wp:cat_name></wp:category>
        """);
    for (int i = 1; i <= items; i++) {
      item(out, i, items);
    }
    return out.append("</channel></rss>").toString();
  }

  private static void item(StringBuilder out, int i, int items) {
    String type = i % 5 == 0 ? "attachment" : i % 3 == 0 ? "page" : "post";
    // Pages and files hang on something behind them, the last ones on something that never comes.
    int parent = type.equals("post") ? 0 : type.equals("page") ? i + 6 : i + 2;
    boolean hidden = i % 14 == 0;
    out.append("<item><title>Item ")
        .append(i)
        .append("</title><dc:creator>")
        .append(i % 2 == 0 ? "keeper" : "stranger")
        .append("</dc:creator>")
        .append("<link>https://tower.example/item-")
        .append(i)
        .append("/</link><guid>https://tower.example/?p=")
        .append(i)
        .append("</guid>")
        .append("<content:encoded>Text ")
        .append(i)
        .append("</content:encoded>")
        .append("<wp:post_id>")
        .append(i)
        .append(
            "</wp:post_id><wp:post_date>2020-01-01 10:00:00</wp:post_date><wp:post_date_gmt>2020-01-01 09:00:00</wp:post_date_gmt>")
        .append("<wp:post_name>")
        .append(type.equals("page") ? "team" : "item-" + i)
        .append("</wp:post_name><wp:status>")
        .append(type.equals("attachment") ? "inherit" : hidden ? "private" : "publish")
        .append("</wp:status>")
        .append("<wp:post_parent>")
        .append(parent)
        .append("</wp:post_parent><wp:post_type>")
        .append(type)
        .append("</wp:post_type>");
    if (type.equals("attachment")) {
      out.append("<wp:attachment_url>https://files.example/wp-content/uploads/2020/01/f")
          .append(i)
          .append(".jpg</wp:attachment_url>");
    }
    if (type.equals("post")) {
      out.append(
              "<category domain=\"category\" nicename=\"low\">Low</category><category domain=\"post_tag\" nicename=\"t")
          .append(i / 40)
          .append("\">T</category>");
      comment(out, 2 * i + 1, 2 * i, "1");
      comment(out, 2 * i, 0, i % 4 == 0 ? "spam" : "1");
    }
    out.append("</item>\n");
  }

  private static void comment(StringBuilder out, int id, int parent, String approved) {
    out.append("<wp:comment><wp:comment_id>")
        .append(id)
        .append(
            "</wp:comment_id><wp:comment_author>A</wp:comment_author><wp:comment_date_gmt>2020-01-02 09:00:00</wp:comment_date_gmt>")
        .append("<wp:comment_content>C")
        .append(id)
        .append("</wp:comment_content><wp:comment_approved>")
        .append(approved)
        .append("</wp:comment_approved><wp:comment_parent>")
        .append(parent)
        .append("</wp:comment_parent><wp:comment_user_id>4</wp:comment_user_id></wp:comment>");
  }
}
