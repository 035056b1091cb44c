package org.quillbox.site.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quillbox.base.gates.HtmlPolicy;
import org.quillbox.base.gates.HtmlSanitizer;
import org.quillbox.base.kernel.Html;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.text.Autop;
import org.quillbox.base.text.Blocks;
import org.quillbox.base.text.LanguageTags;
import org.quillbox.base.text.ShortcodeRules;
import org.quillbox.base.text.Shortcodes;
import org.quillbox.base.text.Texturize;

/**
 * One rendering of one body, with everything that is known on the way: which entries are open (one never
 * stands inside itself), the markup of our own that goes around the sanitizer, the style rules so far.
 */
final class BodyRun {
  /** Entries inside entries inside entries. */
  private static final int DEEPEST_INCLUDE = 5;

  /** Types without an address of their own, which stand inside what includes them. */
  private static final Set<String> INSIDE =
      Set.of("wp_block", "elementor_library", "fl-builder-template", "et_pb_layout", "shortcoder");

  private final BodyParts parts;
  private final Reads reads;
  private final Deque<Entry> open = new ArrayDeque<>();
  private final Map<String, Html> slots = new HashMap<>();
  private final SortedMap<String, String> styleRules = new TreeMap<>();
  private final BodyMedia media;
  private int numbered;

  BodyRun(BodyParts parts, Reads reads, Entry entry, Set<String> ownHosts) {
    this.parts = parts;
    this.reads = reads;
    this.open.push(entry);
    this.media = new BodyMedia(parts.entries(), reads, ownHosts);
  }

  BodyParts parts() {
    return parts;
  }

  Reads reads() {
    return reads;
  }

  BodyMedia media() {
    return media;
  }

  SortedMap<String, String> styleRules() {
    return styleRules;
  }

  /** The entry whose text is being rendered: an included one while it is. */
  Entry entry() {
    return open.element();
  }

  String language() {
    return entry().lang().isEmpty() ? parts.settings().language(reads) : entry().lang();
  }

  /** The text in the language of the entry. */
  String selected(String text) {
    return LanguageTags.select(text, language());
  }

  String title(Entry other) {
    String title = Titles.plain(other, parts.settings().language(reads));
    return title.isEmpty() ? "(no title)" : title;
  }

  String address(Entry other) {
    return parts.links().of(reads, other);
  }

  /** Number for an id that must be the only one on its page. */
  String nextId(String what) {
    return "qb-" + what + "-" + entry().id() + "-" + ++numbered;
  }

  /** Markup of our own: it takes a place that the sanitizer leaves alone. */
  String slot(String markup) {
    String key = parts.randoms().hex(12);
    slots.put(key, new Html(markup));
    return "<qb-slot key=\"" + key + "\"></qb-slot>";
  }

  /** A text of one language, without page breaks and more marker, as readers see it. */
  Html render(String text, String policy) {
    boolean blocks = Blocks.present(text);
    String html = blocks ? new BlockRun(this).html(Blocks.parse(text)) : classic(text);
    html = EmbedBlock.loneAddresses(html);
    html = new Shortcodes(ShortcodeRules.standard(), new BodyShortcodes(this)).expand(html).html();
    html = Texturize.apply(html);
    HtmlSanitizer.Sanitized clean =
        HtmlSanitizer.sanitize(html, policy(policy), media::address, slots);
    styleRules.putAll(clean.styleRules());
    return new Html(new BodyPictures(media).finished(clean.html().markup()));
  }

  /** Text written without blocks, with its paragraphs. */
  static String classic(String text) {
    return Autop.apply(EmbedBlock.spaced(text));
  }

  /** Rules that nobody knows any more are the strictest ones. */
  private static HtmlPolicy policy(String name) {
    return name.equals(Body.AUTHOR) ? HtmlPolicy.POST : HtmlPolicy.COMMENT;
  }

  /** Another entry's text where this one says so; empty when it is not for everybody, or would never end. */
  Optional<String> include(long id) {
    if (id <= 0 || open.size() > DEEPEST_INCLUDE || open.stream().anyMatch(e -> e.id() == id)) {
      return Optional.empty();
    }
    return parts
        .entries()
        .inside(reads, id, INSIDE)
        .filter(e -> !e.isProtected())
        .map(this::include);
  }

  private String include(Entry other) {
    Body body = parts.entries().body(reads, other);
    open.push(other);
    try {
      return slot(render(selected(body.content()), body.policy()).markup());
    } finally {
      open.pop();
    }
  }
}
