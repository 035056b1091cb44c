package org.quillbox.site.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quillbox.base.kernel.Problem;

class PermalinkStructureTest {
  @ParameterizedTest
  @EnumSource
  void every_preset_is_accepted_as_it_is(PermalinkStructure.Preset preset) {
    assertEquals(preset.pattern(), PermalinkStructure.of(preset.pattern()).pattern());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %postname%                       | /%postname%
          //blog//%postname%/              | /blog/%postname%/
          /index.php/%year%/%postname%/    | /%year%/%postname%/
          '  /%postname%/ '                | /%postname%/
          /%category%/%postname%.html      | /%category%/%postname%.html
          /%d1%81%d1%82/%postname%/        | /%d1%81%d1%82/%postname%/
          /%year%%monthnum%%day%/%post_id%/| /%year%%monthnum%%day%/%post_id%/
          """)
  void a_structure_is_tidied(String given, String kept) {
    assertEquals(kept, PermalinkStructure.of(given).pattern());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /%year%/%monthnum%/           | Without %postname% or %post_id%
          /%category%/                  | Without %postname% or %post_id%
          /static/                      | Without %postname% or %post_id%
          /%slug%/                      | no tag %slug%
          /%POSTNAME%/                  | no tag %POSTNAME%
          /%postname%/%/                | percent sign that is no tag
          /%c3%28/%postname%/           | percent sign that is no tag
          /%postname%/%postname%/       | stands twice
          /%postname%%post_id%/         | between %post_id% and the tag before
          /%category%%postname%/        | between %postname% and the tag before
          /a b/%postname%/              | no spaces
          /?x=%postname%                | no spaces
          /a#b/%postname%               | no spaces
          /a\\b/%postname%              | no spaces
          /../%postname%/               | just dots
          /feed/%postname%/             | address of its own
          /WP-Admin/%postname%/         | address of its own
          """)
  void what_would_not_work_is_refused_with_the_remedy(String pattern, String part) {
    Problem.Invalid problem =
        assertThrows(Problem.Invalid.class, () -> PermalinkStructure.of(pattern));
    assertTrue(problem.getMessage().contains(part), problem.getMessage());
    assertTrue(problem.fields().containsKey("permalink_structure"));
  }

  @Test
  void a_structure_longer_than_its_option_is_refused() {
    assertThrows(
        Problem.Invalid.class, () -> PermalinkStructure.of("/" + "a".repeat(200) + "/%postname%/"));
  }

  @Test
  void bases_are_trimmed_of_slashes() {
    PermalinkStructure structure =
        new PermalinkStructure("/%postname%/", "/topics/of/", " index.php/words ");
    assertEquals("topics/of", structure.categoryBase());
    assertEquals("words", structure.tagBase());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tag       | ''   | tag_base
          ''        | category | tag_base
          same      | SAME | tag_base
          a?b       | ''   | category_base
          .         | ''   | category_base
          ''        | %x%  | tag_base
          search    | ''   | category_base
          ''        | wp-admin/x | tag_base
          """)
  void bases_that_would_not_work_are_refused_by_name(String category, String tag, String field) {
    Problem.Invalid problem =
        assertThrows(
            Problem.Invalid.class, () -> new PermalinkStructure("/%postname%/", category, tag));
    assertEquals(java.util.Set.of(field), problem.fields().keySet());
  }
}
