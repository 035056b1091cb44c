package org.quillbox.door.wxr;

import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Reads;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.base.store.StoreFailure;
import org.quillbox.base.store.Tx;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.EntryType;
import org.quillbox.site.content.Imports;
import org.quillbox.site.content.MediaFile;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/** One run over one file, from the settings to the last parent. */
final class ImportRun {
  private static final int CHUNK = 50;

  /** Characters of text after which a transaction is closed early: large items must not pile up in memory. */
  private static final long CHUNK_TEXT = 4_000_000;

  /** Above this number the report does not tell an item that stands twice from one taken by an earlier run. */
  private static final int TRACKED = 1 << 27;

  private final Nouns nouns;
  private final MediaShelf shelf;
  private final WxrSurvey survey;
  private final ImportSource source;
  private final Visibility visibility;
  private final Actor by;
  private final boolean hadMembers;
  private final WxrImport.Progress progress;
  private final ImportReport report = new ImportReport();
  private final Constructs constructs = new Constructs(report);
  private final ImportedPeople people;
  private final ImportedTerms terms;
  private final ItemTaker taker;
  private final FreshIds freshEntries;
  private final FreshIds freshComments;
  private final BitSet takenNow = new BitSet();
  private final List<WxrPart.Item> chunk = new ArrayList<>();
  private long chunkText;
  private long done;

  /** The services an import calls. */
  record Nouns(
      Db db, People people, Terms terms, Imports imports, Comments comments, Settings settings) {}

  ImportRun(
      Nouns nouns,
      MediaShelf shelf,
      Clock clock,
      WxrSurvey survey,
      ImportSource source,
      Visibility visibility,
      Actor by,
      boolean hadMembers,
      WxrImport.Progress progress) {
    this.nouns = nouns;
    this.shelf = shelf;
    this.survey = survey;
    this.source = source;
    this.visibility = visibility;
    this.by = by;
    this.hadMembers = hadMembers;
    this.progress = progress;
    people = new ImportedPeople(nouns.db, nouns.people, nouns.imports, source.site(), by, report);
    terms = new ImportedTerms(nouns.db, nouns.terms, nouns.imports, source.site(), by, report);
    EntryShape shape = new EntryShape(nouns.settings.zone(Reads.untracked(by)), survey, clock);
    taker = new ItemTaker(nouns.imports, nouns.comments, terms, people, shape, source.site());
    freshEntries = new FreshIds(nouns.imports::nextId);
    freshComments = new FreshIds(nouns.comments::nextId);
  }

  ImportReport all(WxrReader reader) {
    done = nouns.db.read(tx -> nouns.imports.done(tx, source.file()));
    begin();
    boolean items = false;
    for (Optional<WxrPart> part = reader.next(); part.isPresent(); part = reader.next()) {
      switch (part.get()) {
        case WxrPart.Site _ -> {
          // Known from the survey.
        }
        case WxrPart.Author author -> people.take(author);
        case WxrPart.Category category -> terms.take(category);
        case WxrPart.Tag tag -> terms.take(tag);
        case WxrPart.Term term -> terms.take(term);
        case WxrPart.Item item -> {
          if (!items) {
            terms.finish();
            items = true;
          }
          add(item);
        }
      }
    }
    terms.finish();
    flush();
    placeWaiting();
    mended();
    return report;
  }

  /** Moves the counters past all old ids, and tells the site what it was called and where it lay. */
  private void begin() {
    Map<String, String> values = settings();
    nouns.db.tx(
        Cause.IMPORT,
        by,
        tx -> {
          WxrSurvey.Highest highest = survey.highest();
          nouns.imports.reserve(tx, highest.item());
          nouns.terms.reserve(tx, highest.term());
          nouns.people.reserve(tx, highest.author());
          nouns.comments.reserve(tx, highest.comment());
          return nouns.settings.take(tx, values);
        });
  }

  private Map<String, String> settings() {
    Reads reads = Reads.untracked(by);
    WxrPart.Site site = survey.site();
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> hosts = new LinkedHashSet<>(nouns.settings.formerHosts(reads));
    for (String url : List.of(site.baseBlogUrl(), site.link(), site.baseSiteUrl())) {
      ImportSource.host(url).ifPresent(hosts::add);
    }
    hosts.addAll(survey.fileHosts());
    if (!nouns.settings.formerHosts(reads).containsAll(hosts)) {
      values.put(Option.FORMER_HOSTS.wire(), String.join("\n", hosts.stream().sorted().toList()));
    }
    boolean nameless =
        nouns.settings.text(reads, Option.BLOGNAME).equals(Option.BLOGNAME.standard());
    if (nameless && !site.title().isBlank()) {
      values.put(Option.BLOGNAME.wire(), site.title().strip());
      values.put(Option.BLOGDESCRIPTION.wire(), site.description().strip());
    }
    boolean undecided = nouns.settings.text(reads, Option.WPLANG).equals(Option.WPLANG.standard());
    if (undecided && !site.language().isEmpty()) {
      values.put(Option.WPLANG.wire(), site.language());
    }
    values
        .entrySet()
        .removeIf(
            v -> Option.named(v.getKey()).orElseThrow().objectionTo(v.getValue()).isPresent());
    return values;
  }

  private void add(WxrPart.Item item) {
    chunk.add(item);
    chunkText += item.content().length() + 1000L * item.comments().size();
    if (chunk.size() == CHUNK || chunkText > CHUNK_TEXT) {
      flush();
    }
  }

  private void flush() {
    if (chunk.isEmpty()) {
      return;
    }
    List<ItemTaker.Ready> ready = new ArrayList<>();
    for (WxrPart.Item item : chunk) {
      Visibility.Verdict verdict = visibility.decide(item, hadMembers, survey.hiddenForums());
      String objection = EntryShape.objection(item);
      boolean passed = item.ordinal() <= done && !mayBringFile(item);
      if (!objection.isEmpty()) {
        report.item(item, ImportReport.Outcome.REFUSED, objection);
      } else if (passed) {
        report.item(item, ImportReport.Outcome.DUPLICATE, "taken by an earlier run");
        constructs.of(item);
      } else {
        ready.add(ready(item, verdict));
      }
    }
    long last = chunk.getLast().ordinal();
    chunk.clear();
    chunkText = 0;
    if (!ready.isEmpty() || last > done) {
      write(ready, last);
    }
    progress.at(last, survey.items());
  }

  private boolean mayBringFile(WxrPart.Item item) {
    return item.type().equals(EntryType.ATTACHMENT) && shelf.hasUploads();
  }

  private ItemTaker.Ready ready(WxrPart.Item item, Visibility.Verdict verdict) {
    @Nullable MediaFile file = item.type().equals(EntryType.ATTACHMENT) ? shelf.bring(item) : null;
    return new ItemTaker.Ready(
        item,
        ImportSource.key(item),
        verdict,
        people.byLogin(item.creator()),
        terms.of(item),
        file);
  }

  /** Takes items in one transaction; where one of them is in the way of the others, each in its own. */
  private void write(List<ItemTaker.Ready> ready, long last) {
    try {
      commit(ready, last);
    } catch (Problem.Conflict | StoreFailure e) {
      if (ready.size() > 1) {
        for (ItemTaker.Ready one : ready) {
          write(List.of(one), Math.max(done, one.item().ordinal()));
        }
        return;
      }
      ready.forEach(r ->
          report.item(
              r.item(),
              ImportReport.Outcome.REFUSED,
              "the database refused it (" + e.getMessage() + ")"));
    }
  }

  private void commit(List<ItemTaker.Ready> ready, long last) {
    int commentCount = ready.stream().mapToInt(r -> r.item().comments().size()).sum();
    int termCount = terms.unknown(ready.stream().flatMap(r -> r.terms().stream()).toList());
    List<Long> entryIds = freshEntries.atLeast(ready.size());
    List<Long> commentIds = freshComments.atLeast(commentCount);
    List<Long> termIds = terms.spare(termCount);
    record Committed(List<ItemTaker.Took> took, ItemTaker.Ids ids) {}
    Committed committed =
        nouns.db.tx(
            Cause.IMPORT,
            by,
            tx -> {
              ItemTaker.Ids ids = new ItemTaker.Ids(entryIds, commentIds, termIds);
              List<ItemTaker.Took> took = new ArrayList<>();
              for (ItemTaker.Ready one : ready) {
                took.add(taker.take(tx, one, ids));
              }
              if (last > done) {
                nouns.imports.setDone(tx, source.file(), last);
              }
              return new Committed(took, ids);
            });
    freshEntries.used(committed.ids.madeEntries());
    freshComments.used(committed.ids.madeComments());
    terms.committed(committed.ids.madeTerms());
    done = Math.max(done, last);
    for (int i = 0; i < ready.size(); i++) {
      tell(ready.get(i), committed.took.get(i));
    }
  }

  private void tell(ItemTaker.Ready ready, ItemTaker.Took took) {
    WxrPart.Item item = ready.item();
    boolean tracked = took.id() < TRACKED;
    boolean twice = !took.isNew() && tracked && takenNow.get((int) took.id());
    if (tracked && took.isNew()) {
      takenNow.set((int) took.id());
    }
    String reason =
        took.isNew()
            ? item.id() > 0 && item.id() != took.id()
                ? "number " + item.id() + " was taken here; it is number " + took.id()
                : ""
            : twice ? "stands twice in the file" : "was here already";
    report.item(
        item, took.isNew() ? ImportReport.Outcome.TAKEN : ImportReport.Outcome.DUPLICATE, reason);
    report.count("comments", took.comments());
    if (twice) {
      return;
    }
    report.verdict(
        item, ready.verdict(), visibility.readersSee(item.type(), ready.verdict().open()));
    constructs.of(item);
    EntryShape.mended(item).forEach(n -> report.note(ImportReport.NoteKind.MENDED, named(item), n));
    MediaFile file = ready.file();
    if (file != null && !file.isPresent()) {
      report.note(ImportReport.NoteKind.MISSING_FILE, named(item), file.sourceUrl());
    } else if (file != null && (took.isNew() || took.fileArrived())) {
      report.count("files", 1);
    }
  }

  /** Second pass: what came before its parent is put below it. What never came leaves nobody waiting. */
  private void placeWaiting() {
    List<Imports.Waiting> waiting = waiting();
    while (!waiting.isEmpty()) {
      List<Imports.Waiting> now = waiting;
      nouns.db.tx(
          Cause.IMPORT,
          by,
          tx -> {
            now.forEach(w -> nouns.imports.place(tx, w.id(), parent(tx, w)));
            return now.size();
          });
      waiting = waiting();
    }
  }

  private List<Imports.Waiting> waiting() {
    return nouns.db.read(tx -> nouns.imports.waiting(tx, source.site(), CHUNK));
  }

  private long parent(Tx tx, Imports.Waiting w) {
    return nouns
        .imports
        .found(tx, source.site(), ImportSource.NUMBER, Long.toString(w.oldParent()))
        .orElse(0L);
  }

  private void mended() {
    WxrReader.Mended mended = survey.mended();
    if (mended.removed() + mended.replaced() > 0) {
      report.note(
          ImportReport.NoteKind.MENDED,
          "the file",
          "from line "
              + mended.firstLine()
              + " on, "
              + mended.removed()
              + " characters that XML forbids were left out and "
              + mended.replaced()
              + " broken ones marked");
    }
  }

  private static String named(WxrPart.Item item) {
    String title = ImportSource.cut(item.title().strip(), 100);
    return title.isEmpty() ? "number " + item.id() : title;
  }
}
