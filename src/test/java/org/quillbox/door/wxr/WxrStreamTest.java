package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WxrStreamTest {
  private static final long SIZE = Long.getLong("quillbox.wxr.stream.mib", 200L) << 20;

  /** An export that is made up while it is read; every item is about 8 KiB with CDATA, entities and a comment. */
  private static final class Endless extends InputStream {
    private static final String HEAD =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
            + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
            + " xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>T</title>\n";
    private static final String BODY =
        "<p>Words that fill a post, with an &amp;, a \u00fc and a \uD83C\uDF5E.</p>\n".repeat(100);
    private final long size;
    private byte[] now = HEAD.getBytes(StandardCharsets.UTF_8);
    private int at;
    private long given;
    private int items;
    private boolean closed;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in pieces");
    }

    @Override
    public int read(byte[] to, int off, int len) {
      if (at == now.length) {
        if (closed) {
          return -1;
        }
        at = 0;
        closed = given >= size;
        now = (closed ? "</channel></rss>" : item(++items)).getBytes(StandardCharsets.UTF_8);
      }
      int n = Math.min(len, now.length - at);
      System.arraycopy(now, at, to, off, n);
      at += n;
      given += n;
      return n;
    }

    private static String item(int n) {
      return "<item><title>Post &amp; number "
          + n
          + "</title><content:encoded><![CDATA["
          + BODY
          + "]]></content:encoded><wp:post_id>"
          + n
          + "</wp:post_id><wp:post_name>post-"
          + n
          + "</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
          + "<wp:comment><wp:comment_id>"
          + n
          + "</wp:comment_id><wp:comment_content>So &lt;it&gt; is.</wp:comment_content>"
          + "</wp:comment></item>\n";
    }
  }

  @Test
  void a_file_of_any_length_is_read_in_constant_memory() {
    long start = System.nanoTime();
    Endless in = new Endless(SIZE);
    long items = 0;
    List<Long> used = new ArrayList<>();
    try (WxrReader reader = WxrReader.open(in, "export.xml")) {
      for (Optional<WxrPart> p = reader.next(); p.isPresent(); p = reader.next()) {
        if (p.get() instanceof WxrPart.Item item) {
          items++;
          assertEquals(items, item.id());
          if (items % 4000 == 0) {
            used.add(usedAfterCollection());
          }
        }
      }
      assertEquals(in.items, items);
      assertEquals(in.given, reader.position().bytes());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "read %d MiB, %d items in %.1f s, live heap in KiB: %s%n",
        in.given >> 20, items, seconds, used.stream().map(b -> b >> 10).toList());
    assertTrue(items >= 30_000, "the stream was too short to tell: " + items);
    // Against the least of the first half: what other tests left in this JVM may go while this one
    // reads.
    long grown = used.getLast() - Collections.min(used.subList(0, used.size() / 2));
    assertTrue(grown < 2 << 20, "live heap grew by " + grown + " bytes");
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime r = Runtime.getRuntime();
    return r.totalMemory() - r.freeMemory();
  }
}
