package org.quillbox.door.wxr;

import java.util.List;
import org.quillbox.base.text.Block;
import org.quillbox.base.text.Blocks;
import org.quillbox.base.text.LanguageTags;
import org.quillbox.base.text.Met;
import org.quillbox.base.text.ShortcodeExpander;
import org.quillbox.base.text.ShortcodeRules;
import org.quillbox.base.text.Shortcodes;

/** Looks through a text for what plugins left in it, and tells the report once per construct. */
final class Constructs {
  private final Shortcodes shortcodes =
      new Shortcodes(ShortcodeRules.standard(), ShortcodeExpander.NONE);
  private final ImportReport report;

  Constructs(ImportReport report) {
    this.report = report;
  }

  void of(WxrPart.Item item) {
    String title =
        item.title().isBlank() ? "number " + item.id() : ImportSource.cut(item.title().strip(), 80);
    for (Met met : shortcodes.expand(item.content()).met()) {
      report.construct(
          met.name(),
          met.origin(),
          ImportReport.Kind.SHORTCODE,
          met.outcome() == Met.Outcome.GUARDED,
          readersSee(met.outcome()),
          title);
    }
    if (Blocks.present(item.content())) {
      blocks(Blocks.parse(item.content()), title);
    }
    if (LanguageTags.present(item.content()) || LanguageTags.present(item.title())) {
      report.construct(
          "[:xx]",
          "qTranslate and its successors",
          ImportReport.Kind.LANGUAGE,
          false,
          "the text in the language of the site",
          title);
    }
  }

  private void blocks(List<? extends Block> blocks, String title) {
    for (Block block : blocks) {
      if (block instanceof Block.Node node) {
        int slash = node.name().indexOf('/');
        if (!node.name().startsWith("core/") && slash > 0) {
          report.construct(
              node.name(),
              node.name().substring(0, slash),
              ImportReport.Kind.BLOCK,
              false,
              blockSeen(node),
              title);
        }
        blocks(node.children(), title);
      }
    }
  }

  private static String blockSeen(Block.Node node) {
    if (!node.ownHtml().isBlank()) {
      return "its text and pictures";
    }
    return node.children().isEmpty()
        ? "what text and links its settings hold"
        : "the blocks inside";
  }

  private static String readersSee(Met.Outcome outcome) {
    return switch (outcome) {
      case BLOCK -> "the same thing made by us";
      case UNWRAPPED -> "the text inside";
      case DROPPED -> "nothing";
      case LINK -> "a link";
      case TEXT -> "its text";
      case INCLUDED -> "the other entry";
      case GUARDED -> "nothing: it was not for everybody";
      case DECODED -> "the text it held in code";
      case NOTE -> "nothing; you see a note";
      case SHOWN -> "the word in brackets";
    };
  }
}
