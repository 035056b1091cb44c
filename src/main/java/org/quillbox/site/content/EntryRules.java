package org.quillbox.site.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Key;
import org.quillbox.base.kernel.Slug;
import org.quillbox.site.address.Addresses;

/** Decisions about entries that need no database. */
final class EntryRules {
  private static final int LONGEST_TITLE = 20_000;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final int LONGEST_WORD = 255;

  private EntryRules() {}

  /** What cannot be taken, by field of the form, each with the remedy. */
  static Map<String, String> objections(EntryDraft draft) {
    Map<String, String> problems = new LinkedHashMap<>();
    boolean visible = draft.status() != EntryStatus.DRAFT && draft.status() != EntryStatus.PENDING;
    if (visible && draft.title().isBlank() && draft.content().isBlank()) {
      problems.put(
          "title",
          "There is nothing to publish yet. Write a title or a text, or save it as a draft.");
    }
    if (draft.title().length() > LONGEST_TITLE) {
      problems.put("title", "Shorten the title to 20,000 characters or fewer.");
    }
    if (draft.content().length() > LONGEST_TEXT) {
      problems.put("content", "Split the text: one entry holds 16 million characters.");
    }
    if (draft.secretWord().length() > LONGEST_WORD) {
      problems.put("secret_word", "Use 255 characters or fewer for the password.");
    }
    if (!draft.secretWord().isEmpty() && draft.isSticky()) {
      problems.put(
          "sticky", "A post with a password cannot stay on top. Take one of the two away.");
    }
    if (draft.date() != null && (draft.date().getYear() < 1 || draft.date().getYear() > 9999)) {
      problems.put("date", "Choose a year from 1 to 9999.");
    }
    if (!draft.slug().isBlank() && Slug.from(draft.slug()).isEmpty()) {
      problems.put("slug", "Use at least one letter or digit in the address, or leave it empty.");
    }
    unstorable("title", draft.title(), problems);
    unstorable("content", draft.content(), problems);
    unstorable("excerpt", draft.excerpt(), problems);
    unstorable("secret_word", draft.secretWord(), problems);
    return problems;
  }

  /** U+0000 and half characters cannot be stored by every database. */
  private static void unstorable(String field, String text, Map<String, String> problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half =
          Character.isHighSurrogate(c)
                  && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))
              || Character.isLowSurrogate(c)
                  && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
      if (c == 0 || half) {
        problems.putIfAbsent(
            field,
            "Character "
                + (i + 1)
                + " of this field cannot be stored (a zero byte or half a character). Delete it and save again.");
        return;
      }
    }
  }

  /** Where an entry stands after somebody asked for {@code wanted} at a date. */
  static EntryStatus status(EntryStatus wanted, @Nullable Instant publishedAt, Instant now) {
    return switch (wanted) {
      case PUBLISH, FUTURE ->
          publishedAt != null && publishedAt.isAfter(now)
              ? EntryStatus.FUTURE
              : EntryStatus.PUBLISH;
      case DRAFT, PENDING, PRIVATE, TRASH, INHERIT -> wanted;
    };
  }

  /** The space in which a slug must be unique; null while the entry claims none. */
  static @Nullable String slugScope(Entry entry) {
    if (!entry.status().claimsAddress() || entry.slug().isEmpty()) {
      return null;
    }
    return entry.isPage()
        ? "page:" + entry.parent() + ':' + entry.lang()
        : entry.type() + ':' + entry.lang();
  }

  /** A slug that is no address of something else. */
  static Slug unreserved(Slug slug, String type) {
    boolean numeric = slug.value().chars().allMatch(c -> c >= '0' && c <= '9');
    return Addresses.reserved(slug.value()) || numeric && type.equals(EntryType.POST)
        ? slug.numbered(2)
        : slug;
  }

  /** What an actor needs to change an entry as it stands now (contract 19). */
  static void requireEdit(Actor actor, Entry entry) {
    boolean page = entry.isPage();
    actor.require(page ? Capability.EDIT_PAGES : Capability.EDIT_POSTS);
    if (actor.id() != entry.author() || !actor.isPerson()) {
      actor.require(page ? Capability.EDIT_OTHERS_PAGES : Capability.EDIT_OTHERS_POSTS);
      if (entry.status() == EntryStatus.PRIVATE) {
        actor.require(page ? Capability.EDIT_PRIVATE_PAGES : Capability.EDIT_PRIVATE_POSTS);
      }
    }
    if (entry.status() == EntryStatus.PUBLISH || entry.status() == EntryStatus.FUTURE) {
      actor.require(page ? Capability.EDIT_PUBLISHED_PAGES : Capability.EDIT_PUBLISHED_POSTS);
    }
  }

  static void requireDelete(Actor actor, Entry entry) {
    boolean page = entry.isPage();
    actor.require(page ? Capability.DELETE_PAGES : Capability.DELETE_POSTS);
    if (actor.id() != entry.author() || !actor.isPerson()) {
      actor.require(page ? Capability.DELETE_OTHERS_PAGES : Capability.DELETE_OTHERS_POSTS);
      if (entry.status() == EntryStatus.PRIVATE) {
        actor.require(page ? Capability.DELETE_PRIVATE_PAGES : Capability.DELETE_PRIVATE_POSTS);
      }
    }
    if (entry.status() == EntryStatus.PUBLISH || entry.status() == EntryStatus.FUTURE) {
      actor.require(page ? Capability.DELETE_PUBLISHED_PAGES : Capability.DELETE_PUBLISHED_POSTS);
    }
  }

  static void requirePublish(Actor actor, String type) {
    actor.require(
        type.equals(EntryType.PAGE) ? Capability.PUBLISH_PAGES : Capability.PUBLISH_POSTS);
  }

  /**
   * What a change of an entry touches. Lists of posts, counts and neighbours are not here: only the catalogue
   * knows them for certain.
   *
   * @param before null for a new entry
   * @param after null for one that is gone
   */
  static List<Key> keys(@Nullable Entry before, @Nullable Entry after) {
    List<Key> keys = new ArrayList<>();
    Entry any = after != null ? after : Objects.requireNonNull(before);
    keys.add(new Key.Row(Entries.KIND, any.id()));
    if (before == null || after == null || isFoundOtherwise(before, after)) {
      keys.add(new Key.Index());
    }
    if (before == null || after == null || isMoved(before, after)) {
      for (Entry entry : both(before, after)) {
        if (!entry.slug().isEmpty()) {
          keys.add(Key.Name.of(entry.slug()));
        }
      }
    }
    if (before == null || after == null || isElsewhereInTree(before, after)) {
      for (Entry entry : both(before, after)) {
        keys.add(new Key.Members("children:" + entry.type() + ':' + entry.parent()));
      }
    }
    return keys;
  }

  private static List<Entry> both(@Nullable Entry before, @Nullable Entry after) {
    List<Entry> both = new ArrayList<>();
    if (before != null) {
      both.add(before);
    }
    if (after != null) {
      both.add(after);
    }
    return both;
  }

  /** True when an address may now lead somewhere else. */
  private static boolean isMoved(Entry before, Entry after) {
    return !before.slug().equals(after.slug())
        || before.status() != after.status()
        || before.isShown() != after.isShown()
        || before.parent() != after.parent()
        || !before.lang().equals(after.lang())
        || !Objects.equals(before.publishedLocal(), after.publishedLocal());
  }

  /** True when a search may find other things than before. */
  private static boolean isFoundOtherwise(Entry before, Entry after) {
    return !before.title().equals(after.title())
        || before.status() != after.status()
        || before.isShown() != after.isShown()
        || before.isPublic() && !before.modifiedAt().equals(after.modifiedAt());
  }

  private static boolean isElsewhereInTree(Entry before, Entry after) {
    return before.parent() != after.parent()
        || before.status() != after.status()
        || before.isShown() != after.isShown()
        || before.menuOrder() != after.menuOrder();
  }
}
