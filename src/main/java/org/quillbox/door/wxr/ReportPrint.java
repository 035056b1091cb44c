package org.quillbox.door.wxr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An import report as text for a terminal and as JSON for {@code --json}; both tell the same. */
public final class ReportPrint {
  private static final int WIDTH = 24;
  private static final int SHOWN = 20;

  private ReportPrint() {}

  /** A table a person reads: what went as it should is counted, what did not is listed. */
  public static String text(ImportReport report) {
    StringBuilder out = new StringBuilder();
    row(out, "", "read", "taken", "twice", "refused");
    for (ImportReport.TypeCount t : report.types()) {
      row(out, t);
    }
    row(out, report.total());
    report.counts().forEach((what, n) -> out.append(pad(what)).append(right(n)).append('\n'));
    refused(out, report);
    authors(out, report);
    constructs(out, report);
    for (ImportReport.NoteKind kind : ImportReport.NoteKind.values()) {
      long count = report.noteCount(kind);
      if (count > 0) {
        heading(out, kind.heading(), count);
        report.notes(kind).stream()
            .limit(SHOWN)
            .forEach(n -> line(out, n.subject() + (n.remark().isEmpty() ? "" : ": " + n.remark())));
        rest(out, count);
      }
    }
    return out.toString();
  }

  /** One JSON object, every list in full as far as the report kept it. */
  public static String json(ImportReport report) {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    number(root.putObject("total"), report.total());
    ObjectNode types = root.putObject("types");
    report.types().forEach(t -> number(types.putObject(t.type()), t));
    ObjectNode counts = root.putObject("counts");
    report.counts().forEach(counts::put);
    ArrayNode items = root.putArray("items");
    for (ImportReport.ItemLine i : report.items()) {
      items
          .addObject()
          .put("ordinal", i.ordinal())
          .put("line", i.line())
          .put("id", i.oldId())
          .put("type", i.type())
          .put("title", i.title())
          .put("outcome", lower(i.outcome()))
          .put("reason", i.reason());
    }
    root.put("items_not_listed", report.total().read() - report.items().size());
    ArrayNode authors = root.putArray("authors");
    for (ImportReport.AuthorLine a : report.authors()) {
      authors
          .addObject()
          .put("old_login", a.oldLogin())
          .put("login", a.login())
          .put("slug", a.publicSlug())
          .put("created", a.created());
    }
    ArrayNode constructs = root.putArray("constructs");
    for (ImportReport.Construct c : report.constructs()) {
      ObjectNode node =
          constructs
              .addObject()
              .put("name", c.name())
              .put("origin", c.origin())
              .put("kind", lower(c.kind()))
              .put("hides", c.guard())
              .put("count", c.count())
              .put("readers_see", c.readersSee());
      ArrayNode examples = node.putArray("examples");
      c.examples().forEach(examples::add);
    }
    for (ImportReport.NoteKind kind : ImportReport.NoteKind.values()) {
      ObjectNode node = root.putObject(lower(kind)).put("count", report.noteCount(kind));
      ArrayNode lines = node.putArray("lines");
      report
          .notes(kind)
          .forEach(n -> lines.addObject().put("subject", n.subject()).put("remark", n.remark()));
    }
    return root.toPrettyString();
  }

  private static void refused(StringBuilder out, ImportReport report) {
    long count = report.total().refused();
    if (count == 0) {
      return;
    }
    heading(out, "Refused", count);
    report.items().stream()
        .filter(i -> i.outcome() == ImportReport.Outcome.REFUSED)
        .limit(SHOWN)
        .forEach(i ->
            line(out, "line " + i.line() + ", " + i.type() + " " + i.title() + ": " + i.reason()));
    rest(out, count);
  }

  private static void authors(StringBuilder out, ImportReport report) {
    if (report.authors().isEmpty()) {
      return;
    }
    heading(out, "People", report.authors().size());
    report.authors().stream()
        .limit(SHOWN)
        .forEach(a ->
            line(
                out,
                a.oldLogin()
                    + (a.oldLogin().equals(a.login()) ? "" : ", here " + a.login())
                    + (a.created() ? ": new" : ": was here already")
                    + ", address /author/"
                    + a.publicSlug()
                    + "/"));
    rest(out, report.authors().size());
  }

  private static void constructs(StringBuilder out, ImportReport report) {
    if (report.constructs().isEmpty()) {
      return;
    }
    heading(out, "What plugins left", report.constructs().size());
    for (ImportReport.Construct c : report.constructs()) {
      line(
          out,
          (c.guard() ? "! " : "")
              + c.name()
              + " ("
              + lower(c.kind())
              + ", "
              + c.origin()
              + "), "
              + c.count()
              + (c.count() == 1 ? " time" : " times")
              + "; readers see "
              + c.readersSee()
              + "; in "
              + String.join(", ", c.examples()));
    }
  }

  private static void heading(StringBuilder out, String words, long count) {
    out.append('\n').append(words).append(" (").append(count).append(")\n");
  }

  private static void line(StringBuilder out, String words) {
    // Titles come from the file: nothing in them may drive the terminal.
    out.append("  ").append(words.replaceAll("\\p{Cntrl}+", " ")).append('\n');
  }

  private static void rest(StringBuilder out, long count) {
    if (count > SHOWN) {
      line(out, "and " + (count - SHOWN) + " more; --json lists them");
    }
  }

  private static void row(StringBuilder out, ImportReport.TypeCount t) {
    row(out, t.type(), right(t.read()), right(t.taken()), right(t.duplicate()), right(t.refused()));
  }

  private static void row(StringBuilder out, String name, String... cells) {
    out.append(pad(name.replaceAll("\\p{Cntrl}+", " ")));
    for (String cell : cells) {
      out.append(String.format(Locale.ROOT, "%10s", cell.strip()));
    }
    out.append('\n');
  }

  private static void number(ObjectNode node, ImportReport.TypeCount t) {
    node.put("read", t.read())
        .put("taken", t.taken())
        .put("duplicate", t.duplicate())
        .put("refused", t.refused());
  }

  private static String pad(String name) {
    return String.format(Locale.ROOT, "%-" + WIDTH + "s", name);
  }

  private static String right(long n) {
    return String.format(Locale.ROOT, "%10d", n);
  }

  private static String lower(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }
}
