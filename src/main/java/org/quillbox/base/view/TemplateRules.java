package org.quillbox.base.view;

import java.util.Map;
import java.util.Set;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTIncludeStatement;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTMathNode;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.Node;
import org.quillbox.base.kernel.Problem;

/**
 * What a template's text may contain, checked on its syntax tree before it is ever rendered. Each rule
 * closes something the limits of a rendering cannot: texts evaluated twice, values that double, files
 * from elsewhere.
 */
final class TemplateRules {
  /** Characters of one template. */
  static final int LONGEST = 256 * 1024;

  private static final int RANGE = 1_000;
  private static final int TERMS = 20;

  /** Directives that bring in other text or evaluate text again; closed to everybody. */
  private static final Set<String> EXTENDING = Set.of("evaluate", "include", "define");

  private final String name;
  private final Map<String, String> sources;
  private final boolean macros;

  TemplateRules(String name, Map<String, String> sources, boolean macros) {
    this.name = name;
    this.sources = sources;
    this.macros = macros;
  }

  void check(Node node) {
    switch (node) {
      case ASTStringLiteral text -> text(text);
      case ASTDirective directive -> directive(directive);
      case ASTIntegerRange range -> range(range);
      case ASTObjectArray list -> literalsOnly(list);
      case ASTMap map -> refuse(map, "a map is written out; put it into the model instead");
      case ASTSetDirective set -> plainVariable(set);
      case ASTMathNode math -> {
        if (terms(math) > TERMS) {
          refuse(math, "an expression has more than " + TERMS + " terms; split it");
        }
      }
      case ASTIncludeStatement include -> refuse(include, "#include is not available");
      default -> {
        // Text, references, conditions: harmless.
      }
    }
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      check(node.jjtGetChild(i));
    }
  }

  private void text(ASTStringLiteral text) {
    String image = text.getFirstToken().image;
    if (image.startsWith("\"") && image.indexOf('$') >= 0) {
      refuse(
          text,
          "a text in double quotes contains $, which would be escaped twice; join with + instead,"
              + " as in 'page/' + $n");
    }
  }

  private void directive(ASTDirective directive) {
    String word = directive.getDirectiveName();
    if (word.equals("parse")) {
      if (directive.jjtGetNumChildren() != 1
          || !(directive.jjtGetChild(0) instanceof ASTStringLiteral)) {
        refuse(directive, "#parse needs the name of a template, written out in quotes");
      }
      String image = directive.jjtGetChild(0).getFirstToken().image;
      String wanted = image.substring(1, image.length() - 1);
      if (!sources.containsKey(wanted)) {
        refuse(directive, "#parse names " + wanted + ", which is not among the templates");
      }
      return;
    }
    // Any other word is text, as in href="#comments": nothing defines directives of its own.
    if (EXTENDING.contains(word) || (!macros && word.equals("macro"))) {
      refuse(
          directive,
          "#" + word + " is not available; use #set, #if, #foreach, #break, #stop and #parse");
    }
  }

  private void range(ASTIntegerRange range) {
    if (range.jjtGetChild(0) instanceof ASTIntegerLiteral from
        && range.jjtGetChild(1) instanceof ASTIntegerLiteral to) {
      long first = Long.parseLong(from.getFirstToken().image);
      long last = Long.parseLong(to.getFirstToken().image);
      if (Math.abs(last - first) < RANGE) {
        return;
      }
    }
    refuse(range, "a range needs two plain numbers that are less than " + RANGE + " apart");
  }

  private void literalsOnly(ASTObjectArray list) {
    for (int i = 0; i < list.jjtGetNumChildren(); i++) {
      Node item = list.jjtGetChild(i);
      if (!(item instanceof ASTStringLiteral) && !(item instanceof ASTIntegerLiteral)) {
        refuse(list, "a list that is written out may hold plain texts and numbers only");
      }
    }
  }

  private void plainVariable(ASTSetDirective set) {
    if (set.jjtGetChild(0).jjtGetNumChildren() > 0) {
      refuse(set, "#set changes a field of something; only plain variables can be set");
    }
  }

  private static int terms(Node math) {
    int count = math instanceof ASTMathNode ? 1 : 0;
    for (int i = 0; i < math.jjtGetNumChildren(); i++) {
      count += terms(math.jjtGetChild(i));
    }
    return count;
  }

  private void refuse(Node node, String why) {
    throw broken(name, node.getFirstToken().beginLine, why);
  }

  static Problem broken(String name, int line, String why) {
    String message = "Template " + name + ", line " + line + ": " + why + ".";
    return new Problem.Invalid("broken_template", message, Map.of(name, message));
  }
}
