package org.quillbox.base.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Texts by key, with arguments and numbers. */
class MessagesTest {
  private final Messages english = Messages.load(Locale.ENGLISH, "sample");

  @Test
  void arguments_stand_where_the_text_says() {
    assertEquals("From you", english.get("sample.from", "you"));
    assertEquals("b before a", english.get("sample.swap", "a", "b"));
    assertEquals("An owner's {brace} and {9}", english.get("sample.plain", "x"));
  }

  @Test
  void an_argument_is_not_read_again() {
    assertEquals("{1} before {0}", english.get("sample.swap", "{0}", "{1}"));
  }

  @Test
  void numbers_choose_a_form_and_are_grouped() {
    assertEquals("1 thing", english.count("sample", 1));
    assertEquals("0 things", english.count("sample", 0));
    assertEquals("1,234 things", english.count("sample", 1234));
  }

  @Test
  void another_language_covers_what_it_has() {
    Messages german = Messages.load(Locale.GERMAN, "sample");
    assertEquals("Von dir", german.get("sample.from", "dir"));
    assertEquals("1.234 things", german.count("sample", 1234));
  }

  @Test
  void an_unknown_key_or_set_is_a_bug() {
    assertThrows(IllegalArgumentException.class, () -> english.get("sample.nothing"));
    assertThrows(IllegalArgumentException.class, () -> Messages.load(Locale.ENGLISH, "nothing"));
  }
}
