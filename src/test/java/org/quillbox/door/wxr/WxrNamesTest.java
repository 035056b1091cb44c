package org.quillbox.door.wxr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Slug;

class WxrNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          admin | admin
          José Núñez | Jose Nunez
          Müller | Muller
          Łukasz Ørsted | Lukasz Orsted
          Straße | Strase
          a.b_c-d@example.org | a.b_c-d@example.org
          '  two   blanks ' | two blanks
          <b>bold</b> | bold
          <script>x()</script>tidy | tidy
          tom&amp;jerry | tomjerry
          100%20sure | 100sure
          semi;colon'quote | semicolonquote
          Дима | ''
          """)
  void sign_in_names_become_what_wordpress_keeps(String login, String kept) {
    assertEquals(kept, Logins.normalise(login));
    assertEquals(kept, Logins.normalise(kept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mh-editor | Marta Holm | '' | '' | marta-holm
          admin | admin | Ann | Reed | ann-reed
          admin | Admin | '' | '' | author
          author | author | '' | '' | author-2
          admin | '' | '' | Reed | reed
          '' | Ann | '' | '' | ann
          """)
  void the_public_name_never_is_the_sign_in_name(
      String login, String display, String first, String last, String slug) {
    Slug made = Logins.publicSlug(login, display, first, last, _ -> false);
    assertEquals(slug, made.value());
    assertNotEquals(Slug.from(login), made);
  }

  @Test
  void two_people_of_one_name_get_two_addresses() {
    Set<Slug> taken = new HashSet<>();
    taken.add(Logins.publicSlug("a", "Ann Reed", "", "", taken::contains));
    assertFalse(taken.contains(Logins.publicSlug("b", "Ann Reed", "", "", taken::contains)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Flour | ''
          node.js | ''
          C++ | ''
          AC/DC | ''
          3.14 | ''
          10:30 | ''
          Version 1.2.3 | ''
          https://spam.example/x | is an address
          www.spam.example | is an address
          spam.example/buy | is an address
          10.0.0.1 | is an IP address
          10.0.0.1:8080 | is an IP address
          2001:db8::1 | is an IP address
          recipes/ | ends with a slash
          A tag somebody wrote as if it were the whole first sentence of it | is longer than 60 characters
          """)
  void tags_nobody_meant_to_make_are_pointed_out(String name, String why) {
    assertEquals(why, TagNames.suspicious(name).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example/wp-content/uploads/2024/05/a.jpg | 2024/05/a.jpg
          https://a.files.example.com/2024/05/a.jpg | 2024/05/a.jpg
          http://a.example/x/2024/05/a.jpg?w=300#top | 2024/05/a.jpg
          https://a.example/wp-content/uploads/2024/05/na%C3%AFve%20one+two.jpg | 2024/05/naïve one+two.jpg
          https://a.example/wp-content/uploads/logo.png | logo.png
          https://a.example/wp-content/uploads/sites/2/2024/05/b.jpg | 2024/05/b.jpg
          https://a.example/wp-content/uploads/2024/05/absent.jpg | ''
          https://a.example/wp-content/uploads/2024/05/ | ''
          https://a.example/wp-content/uploads/../secret.txt | ''
          https://a.example/wp-content/uploads/%2e%2e/secret.txt | ''
          https://a.example/2024/05/..%2f..%2f..%2fsecret.txt | ''
          https://a.example/2024/05/link.txt | ''
          https://a.example/2024/05/.htaccess | ''
          https://a.example/2024/05/%00.jpg | ''
          https://a.example/2024/05/%zz.jpg | ''
          2024/05/folder | ''
          '' | ''
          """)
  void files_are_found_by_year_month_and_name_and_never_outside_the_folder(
      String url, String found, @TempDir Path dir) throws IOException {
    Path uploads = Files.createDirectories(dir.resolve("uploads"));
    Files.writeString(dir.resolve("secret.txt"), "secret");
    Path month = Files.createDirectories(uploads.resolve("2024/05"));
    Files.createDirectories(month.resolve("folder"));
    for (String name : new String[] {"a.jpg", "b.jpg", "naïve one+two.jpg", ".htaccess"}) {
      Files.writeString(month.resolve(name), name);
    }
    Files.writeString(uploads.resolve("logo.png"), "logo");
    Files.createSymbolicLink(month.resolve("link.txt"), dir.resolve("secret.txt"));
    Optional<Path> file = AttachmentFiles.in(uploads).find(url);
    assertEquals(
        found, file.map(f -> uploads.toAbsolutePath().relativize(f).toString()).orElse(""));
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem_that_says_which_one_to_name(@TempDir Path dir) {
    Problem p =
        assertThrows(Problem.Invalid.class, () -> AttachmentFiles.in(dir.resolve("nothing")));
    assertEquals(true, p.getMessage().contains("wp-content/uploads"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-03-01 09:30:00 | 2024-03-01T09:30
          ' 2024-03-01 09:30:15 ' | 2024-03-01T09:30:15
          2024-03-01T09:30:15.123Z | 2024-03-01T09:30:15
          2024-03-01 09:30 | 2024-03-01T09:30
          2024/3/1 | 2024-03-01T00:00
          1492-10-12 00:00:00 | 1492-10-12T00:00
          0020-03-01 09:30:00 | wrong
          2023-02-29 00:00:00 | wrong
          2024-13-01 00:00:00 | wrong
          2024-01-01 24:00:00 | wrong
          12024-01-01 00:00:00 | wrong
          yesterday | wrong
          0000-00-00 00:00:00 | absent
          '' | absent
          """)
  void dates_are_read_leniently_and_never_out_of_range(String text, String read) {
    WxrDate date = WxrDate.parse(text);
    assertEquals(
        read, date.absent() ? "absent" : date.wrong() ? "wrong" : String.valueOf(date.at()));
  }
}
