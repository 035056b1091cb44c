package org.quillbox.site.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Reads;
import org.quillbox.site.address.Addresses;
import org.quillbox.site.address.EntryPath;
import org.quillbox.site.address.PermalinkStructure;
import org.quillbox.site.address.TermPath;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/** From things to their addresses, by the site's structure. Paths without a host, percent-encoded, not escaped. */
public final class Permalinks {
  private final Settings settings;
  private final Terms terms;
  private final People people;
  private final Entries entries;
  private volatile Shaped shaped = new Shaped(PermalinkStructure.DEFAULT);

  /** A structure with the addresses it makes, which are costly to prepare. */
  private record Shaped(PermalinkStructure structure, Addresses addresses) {
    Shaped(PermalinkStructure structure) {
      this(structure, new Addresses(structure));
    }
  }

  public Permalinks(Entries entries, Terms terms, People people, Settings settings) {
    this.settings = settings;
    this.terms = terms;
    this.people = people;
    this.entries = entries;
  }

  /** The addresses of the site as it is set now. */
  public Addresses addresses(Reads reads) {
    PermalinkStructure now =
        new PermalinkStructure(
            settings.text(reads, Option.PERMALINK_STRUCTURE),
            settings.text(reads, Option.CATEGORY_BASE),
            settings.text(reads, Option.TAG_BASE));
    Shaped kept = shaped;
    if (!kept.structure.equals(now)) {
      kept = new Shaped(now);
      shaped = kept;
    }
    return kept.addresses;
  }

  /** The address of an entry of any type. */
  public String of(Reads reads, Entry entry) {
    return of(reads, List.of(entry)).getOrDefault(entry.id(), "/?p=" + entry.id());
  }

  /** Addresses of several entries at once, by id. */
  public Map<Long, String> of(Reads reads, Collection<Entry> all) {
    Addresses addresses = addresses(reads);
    String pattern = shaped.structure.pattern();
    boolean byCategory = pattern.contains("%category%");
    boolean byAuthor = pattern.contains("%author%");
    Map<Long, List<Term>> chosen =
        byCategory ? entries.terms(reads, all.stream().filter(Entry::isPost).toList()) : Map.of();
    Map<Long, String> paths = new HashMap<>();
    for (Entry entry : all) {
      String path =
          built(reads, addresses, entry, chosen.getOrDefault(entry.id(), List.of()), byAuthor);
      paths.put(entry.id(), lingual(reads, entry, path));
    }
    return paths;
  }

  private String built(
      Reads reads, Addresses addresses, Entry entry, List<Term> chosen, boolean byAuthor) {
    return switch (entry.type()) {
      case EntryType.POST ->
          entry.publishedLocal() == null
              ? "/?p=" + entry.id()
              : addresses.post(entryPath(reads, entry, chosen, byAuthor));
      case EntryType.PAGE ->
          isFront(reads, entry)
              ? addresses.home()
              : addresses.page(entry.id(), slugs(reads, entry));
      case EntryType.ATTACHMENT ->
          addresses.attachment(entry.id(), entry.slug(), parent(reads, entry));
      default -> addresses.typed(entry.type(), entry.id(), entry.slug());
    };
  }

  /** What the address of a post is made of. */
  EntryPath entryPath(Reads reads, Entry post, List<Term> chosen, boolean byAuthor) {
    List<String> category =
        chosen.stream()
            .filter(t -> t.taxonomy().equals(Term.CATEGORY))
            .min(java.util.Comparator.comparingLong(Term::id))
            .map(t -> terms.slugs(reads, t))
            .orElse(List.of());
    String author =
        byAuthor ? people.find(reads, post.author()).map(Person::slug).orElse("author") : "author";
    return new EntryPath(post.id(), post.slug(), post.local(), category, author);
  }

  /** The same with everything an address may ask about. */
  public EntryPath path(Reads reads, Entry post) {
    List<Term> chosen = entries.terms(reads, List.of(post)).getOrDefault(post.id(), List.of());
    return entryPath(reads, post, chosen, true);
  }

  public boolean isFront(Reads reads, Entry page) {
    return settings.text(reads, Option.SHOW_ON_FRONT).equals("page")
        && settings.number(reads, Option.PAGE_ON_FRONT) == page.id();
  }

  private List<String> slugs(Reads reads, Entry page) {
    return page.parent() == 0
        ? List.of(page.slug())
        : entries.path(reads, page).stream().map(Entry::slug).toList();
  }

  private @Nullable String parent(Reads reads, Entry attachment) {
    return attachment.parent() == 0
        ? null
        : entries
            .find(reads, attachment.parent())
            .filter(p -> !p.isAttachment() && p.isPublic())
            .map(p -> of(reads, p))
            .orElse(null);
  }

  /** Twins of a site with several languages share a slug; the language stands before the address. */
  private String lingual(Reads reads, Entry entry, String path) {
    boolean foreign = !entry.lang().isEmpty() && !entry.lang().equals(settings.language(reads));
    return foreign && path.indexOf('?') < 0 ? '/' + entry.lang() + path : path;
  }

  public String of(Reads reads, Term term) {
    return addresses(reads)
        .term(new TermPath(term.taxonomy(), term.id(), terms.slugs(reads, term)));
  }

  public String of(Reads reads, Person author) {
    return addresses(reads).author(author.id(), author.slug());
  }
}
