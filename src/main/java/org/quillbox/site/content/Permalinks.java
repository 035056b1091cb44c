package org.quillbox.site.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/**
 * The addresses of things, by the site's own structure: what {@link Addresses} builds from parts, with the
 * parts looked up. Paths without a host, percent-encoded, not escaped for HTML.
 */
public final class Permalinks {
  private final Entries entries;
  private final Terms terms;
  private final People people;
  private final Settings settings;

  public Permalinks(Entries entries, Terms terms, People people, Settings settings) {
    this.entries = entries;
    this.terms = terms;
    this.people = people;
    this.settings = settings;
  }

  /** The site's addresses as they are built now. */
  public Addresses addresses(Reads reads) {
    return new Addresses(
        new PermalinkStructure(
            settings.text(reads, Option.PERMALINK_STRUCTURE),
            settings.text(reads, Option.CATEGORY_BASE),
            settings.text(reads, Option.TAG_BASE)));
  }

  /** The address of an entry of any type. */
  public String of(Reads reads, Entry entry) {
    return switch (entry.type()) {
      case EntryType.POST -> addresses(reads).post(path(reads, entry));
      case EntryType.PAGE -> page(reads, entry);
      case EntryType.ATTACHMENT ->
          addresses(reads).attachment(entry.id(), entry.slug(), owner(reads, entry));
      default -> addresses(reads).typed(entry.type(), entry.id(), entry.slug());
    };
  }

  /** What the address of a post is made of. */
  public EntryPath path(Reads reads, Entry post) {
    List<Term> own = entries.terms(reads, List.of(post)).getOrDefault(post.id(), List.of());
    Optional<Term> category =
        own.stream()
            .filter(t -> t.taxonomy().equals(Term.CATEGORY))
            .min(Comparator.comparingLong(Term::id));
    return new EntryPath(
        post.id(),
        post.slug(),
        post.local(),
        category.map(c -> terms.slugs(reads, c)).orElse(List.of()),
        people.find(reads, post.author()).map(Person::slug).orElse(""));
  }

  /** The archive of a term. */
  public String of(Reads reads, Term term) {
    return addresses(reads)
        .term(new TermPath(term.taxonomy(), term.id(), terms.slugs(reads, term)));
  }

  private String page(Reads reads, Entry page) {
    boolean front =
        settings.text(reads, Option.SHOW_ON_FRONT).equals("page")
            && settings.number(reads, Option.PAGE_ON_FRONT) == page.id();
    return front
        ? addresses(reads).home()
        : addresses(reads)
            .page(page.id(), entries.path(reads, page).stream().map(Entry::slug).toList());
  }

  private @Nullable String owner(Reads reads, Entry attachment) {
    return attachment.parent() == 0
        ? null
        : entries
            .find(reads, attachment.parent())
            .filter(p -> !p.isAttachment() && p.publishedLocal() != null)
            .map(p -> of(reads, p))
            .orElse(null);
  }
}
