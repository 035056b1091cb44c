package org.quillbox.site.content;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.console.Console;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.FormState;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.Notice;
import org.quillbox.base.http.BodySizes;
import org.quillbox.base.http.Form;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.http.Reply;
import org.quillbox.base.http.SafeRedirect;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.TermRules;
import org.quillbox.site.taxonomy.Terms;

/**
 * Writing a post or a page: shows the form and does what its buttons say. Whatever is refused comes back as it
 * was typed, with a sentence at each field; a form sent twice counts once.
 */
final class Writing {
  private static final String TEMPLATE = "org/quillbox/site/content/write.vm";
  private static final String PREVIEW = "org/quillbox/site/content/preview.vm";

  private final Console console;
  private final Entries entries;
  private final Posts posts;
  private final Terms terms;
  private final Settings settings;
  private final Preview preview;
  private final Clock clock;

  Writing(
      Console console,
      Entries entries,
      Posts posts,
      Terms terms,
      Settings settings,
      Preview preview,
      Clock clock) {
    this.console = console;
    this.entries = entries;
    this.posts = posts;
    this.terms = terms;
    this.settings = settings;
    this.preview = preview;
    this.clock = clock;
  }

  /** The form of something new. */
  Reply blank(String type, Inbound in, Actor actor) {
    return draw(type, in, actor, 200, null, EntryForm.blank(type), List.of());
  }

  /** The form of an entry as it is stored. */
  Reply edit(String type, Inbound in, Actor actor, String typedId) {
    Entry entry = editable(type, actor, typedId);
    List<Notice> notices = new ArrayList<>();
    in.query(EntryList.DONE).ifPresent(deed -> notices.add(done(entry, deed)));
    return draw(type, in, actor, 200, entry, stored(actor, entry), notices);
  }

  private FormState stored(Actor actor, Entry entry) {
    Reads reads = Reads.untracked(actor);
    List<Term> all = entries.terms(reads, List.of(entry)).getOrDefault(entry.id(), List.of());
    return EntryForm.of(
        entry,
        entries.body(reads, entry),
        all.stream().filter(t -> t.taxonomy().equals(Term.CATEGORY)).map(Term::id).toList(),
        all.stream().filter(t -> t.taxonomy().equals(Term.TAG)).map(Term::name).toList());
  }

  private Entry editable(String type, Actor actor, String typedId) {
    Entry entry =
        EntryList.id(typedId)
            .flatMap(id -> entries.find(Reads.untracked(actor), id))
            .filter(e -> e.type().equals(type))
            .orElseThrow(EntryList::unknown);
    EntryRules.requireEdit(actor, entry);
    return entry;
  }

  private static Notice done(Entry entry, String deed) {
    String live = EntryWords.live(entry);
    return switch (entry.status()) {
      case PUBLISH -> Notice.good("Published.", "").with(Link.to("View", live));
      case FUTURE -> Notice.good("Scheduled.", "It goes out by itself.");
      case PRIVATE -> Notice.good("Published privately.", "").with(Link.to("View", live));
      case PENDING -> Notice.good("Sent for review.", "An editor publishes it.");
      case DRAFT, INHERIT ->
          Notice.good(deed.equals("restore") ? "Taken out of the trash." : "Draft saved.", "");
      case TRASH -> Notice.warn("This is in the trash.", "");
    };
  }

  /** What one of the buttons of the form says. */
  Reply send(String type, Inbound in, Actor actor, @Nullable String typedId) {
    Form form = in.form(BodySizes.FORM);
    FormState typed = FormState.typed(form.values());
    @Nullable Entry before = typedId == null ? null : editable(type, actor, typedId);
    return switch (EntryForm.Deed.pressed(typed)) {
      case PREVIEW -> preview(type, in, actor, before, typed);
      case TRASH -> trash(type, actor, before);
      case RESTORE -> restore(actor, before);
      case SAVE -> saved(type, in, actor, form, typed, before, EntryForm.Deed.SAVE);
      case PUBLISH -> saved(type, in, actor, form, typed, before, EntryForm.Deed.PUBLISH);
      case REVIEW -> saved(type, in, actor, form, typed, before, EntryForm.Deed.REVIEW);
      case DRAFT -> saved(type, in, actor, form, typed, before, EntryForm.Deed.DRAFT);
    };
  }

  private Reply trash(String type, Actor actor, @Nullable Entry before) {
    if (before == null) {
      throw EntryList.unknown();
    }
    posts.trash(actor, before.id());
    return Reply.seeOther(
        SafeRedirect.local(
            EntryWords.list(type) + '?' + EntryList.DONE + "=trash&id=" + before.id()));
  }

  private Reply restore(Actor actor, @Nullable Entry before) {
    if (before == null) {
      throw EntryList.unknown();
    }
    return Reply.seeOther(at(posts.restore(actor, before.id()), "restore"));
  }

  private static SafeRedirect at(Entry entry, String deed) {
    return SafeRedirect.local(
        EntryWords.list(entry.type()) + '/' + entry.id() + '?' + EntryList.DONE + '=' + deed);
  }

  private Reply saved(
      String type,
      Inbound in,
      Actor actor,
      Form form,
      FormState typed,
      @Nullable Entry before,
      EntryForm.Deed deed) {
    FormState state = checked(typed, type, deed, before);
    if (state.isRefused()) {
      return refused(type, in, actor, 400, before, state);
    }
    try {
      return console.tickets().once(in, actor, form, () -> save(type, actor, state, before, deed));
    } catch (Problem.Invalid invalid) {
      return refused(type, in, actor, 400, before, state.problems(invalid.fields()));
    } catch (Problem.Conflict conflict) {
      return conflict(type, in, actor, state, conflict);
    } catch (Problem.Forbidden | Problem.TooLarge | Problem.Unavailable problem) {
      return draw(
          type,
          in,
          actor,
          problem.status(),
          before,
          state,
          List.of(Notice.bad("Not saved. What you typed is below.", problem.getMessage())));
    }
  }

  private Reply save(
      String type, Actor actor, FormState state, @Nullable Entry before, EntryForm.Deed deed) {
    List<Long> tags = terms.named(actor, Term.TAG, EntryForm.tags(state));
    EntryDraft draft = EntryForm.draft(state, type, deed, before, tags);
    Entry after = before == null ? posts.add(actor, draft) : posts.save(actor, before.id(), draft);
    return Reply.seeOther(at(after, deed.wire()));
  }

  /** Everything that can be known before a tag is made for the entry, so that nothing is half done. */
  private FormState checked(
      FormState typed, String type, EntryForm.Deed deed, @Nullable Entry before) {
    FormState state = EntryForm.check(typed);
    for (String tag : EntryForm.tags(typed)) {
      String objection = TermRules.objection(tag).orElse("");
      if (!objection.isEmpty()) {
        state = state.problem("tags", objection);
      }
    }
    Set<String> known = new HashSet<>(Set.of(""));
    terms
        .list(Reads.untracked(Actor.box()), Term.CATEGORY)
        .forEach(term -> known.add(Long.toString(term.id())));
    if (!known.containsAll(typed.values("categories"))) {
      state = state.problem("categories", "Choose from the categories there are.");
    }
    return state.isRefused()
        ? state
        : state.problems(
            EntryRules.objections(EntryForm.draft(state, type, deed, before, List.of())));
  }

  private Reply refused(
      String type, Inbound in, Actor actor, int status, @Nullable Entry before, FormState state) {
    String safe =
        before == null
            ? "Not saved. What you typed is below."
            : "Not saved. The "
                + EntryWords.one(type)
                + " is as it was, and what you typed is below.";
    List<Field> fields = desk(type, in, actor, before, state).all();
    return draw(
        type, in, actor, status, before, state, List.of(Notice.refused(safe, state, fields)));
  }

  /** Somebody else saved meanwhile: the text stays, and sending it again is a decision that was made knowingly. */
  private Reply conflict(
      String type, Inbound in, Actor actor, FormState state, Problem.Conflict conflict) {
    Entry now = editable(type, actor, in.path().substring(in.path().lastIndexOf('/') + 1));
    Notice why =
        Notice.bad("Not saved.", conflict.getMessage())
            .with(Link.to("See what is stored now", EntryWords.list(type) + '/' + now.id()));
    return draw(
        type,
        in,
        actor,
        conflict.status(),
        now,
        state.with("version", Long.toString(now.version())),
        List.of(why));
  }

  private Reply preview(
      String type, Inbound in, Actor actor, @Nullable Entry before, FormState typed) {
    FormState state = EntryForm.check(typed);
    if (state.isRefused()) {
      return refused(type, in, actor, 400, before, state);
    }
    EntryDraft draft = EntryForm.draft(state, type, EntryForm.Deed.PREVIEW, before, List.of());
    Entry base = before == null ? Posts.blank(0, type, actor.id(), "", clock.instant()) : before;
    Entry shown =
        EntryChange.of(base)
            .from(
                draft,
                base.slug(),
                base.status(),
                base.publishedAt(),
                base.publishedLocal(),
                base.modifiedAt());
    Body body = new Body(draft.content(), draft.excerpt(), Body.AUTHOR);
    return console
        .sheet(in, actor)
        .desk(
            200,
            "Preview",
            PREVIEW,
            Map.of(
                "notices",
                List.of(
                    Notice.good(
                        "This is a preview.", "Nothing was saved. Close it to go on writing.")),
                "title",
                EntryWords.title(shown),
                "text",
                preview.render(shown, body)));
  }

  private Reply draw(
      String type,
      Inbound in,
      Actor actor,
      int status,
      @Nullable Entry entry,
      FormState state,
      List<Notice> notices) {
    WritingDesk desk = desk(type, in, actor, entry, state).made(console.tickets().issue(), notices);
    String title = state.value("title");
    return console
        .sheet(in, actor)
        .desk(
            status,
            title.isBlank() ? "New " + EntryWords.one(type) : title,
            TEMPLATE,
            Map.of("desk", desk));
  }

  private DeskFields desk(
      String type, Inbound in, Actor actor, @Nullable Entry entry, FormState state) {
    Reads reads = Reads.untracked(actor);
    boolean pages = type.equals(EntryType.PAGE);
    return new DeskFields(
        type,
        entry,
        state,
        pages ? List.of() : terms.list(reads, Term.CATEGORY),
        pages && actor.can(Capability.EDIT_PAGES) ? entries.pageTree(reads) : List.of(),
        actor,
        settings.zone(reads),
        clock.instant(),
        in.path());
  }
}
