package org.quillbox.base.gates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.kernel.Slug;

/**
 * Which passwords are taken (security S3): long enough, and not what everybody tries. There are no rules of
 * composition. What is guessed first is recognised by its making: common words, names of the person and of
 * the site, keyboard rows, sequences, years and repeats are taken away, with l33t spelling undone, and what
 * is left must still be something. The words are in {@code common-passwords.txt} beside this class: some
 * hundreds, because their combinations are covered by rule rather than listed.
 */
public final class PasswordRules {
  /** Fewest characters when the password alone opens the door. */
  public static final int ALONE = 15;

  /** Fewest characters beside a second factor. */
  public static final int WITH_SECOND_FACTOR = 8;

  /** Characters that must be left when everything guessable has been taken away; a removed piece counts one. */
  private static final int FEWEST_OWN = 6;

  private static final int SHORTEST_NAME = 3;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertzuiop",
          "azertyuiop",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
          "1q2w3e4r5t6y7u8i9o0p",
          "qazwsxedcrfvtgbyhnujmik");
  private static final List<String> WORDS = words();

  private PasswordRules() {}

  /**
   * Returns quietly when the password is taken, for somebody who has no second factor.
   *
   * @param names whatever of this person and site others know: names, sign-in name, e-mail, title
   * @throws Problem.Invalid of the field {@code password}, with what to do
   */
  public static void check(String password, String... names) {
    check(password, ALONE, List.of(names));
  }

  /** The same with another length. */
  public static void check(String password, int fewest, Collection<String> names) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
    if (normal.codePointCount(0, normal.length()) < fewest) {
      throw refused(
          "This password is too short. Use at least "
              + fewest
              + " characters; a sentence of four or five words is easy to remember.");
    }
    if (normal.getBytes(StandardCharsets.UTF_8).length > Passwords.LONGEST_BYTES) {
      throw refused("This password is too long. Choose one of at most 1,000 characters.");
    }
    if (normal.indexOf('\0') >= 0) {
      throw refused("This password holds a character that cannot be typed. Choose another one.");
    }
    if (own(normal, names) < FEWEST_OWN) {
      throw refused(
          "This password is easy to guess: it is made of common words, names, repeats or rows of keys."
              + " Add a few words of your own.");
    }
  }

  private static Problem.Invalid refused(String message) {
    return new Problem.Invalid("password", message);
  }

  /** How much is left when what can be guessed is taken away. */
  private static int own(String password, Collection<String> names) {
    List<String> known = new ArrayList<>(WORDS);
    for (String name : names) {
      String whole = letters(Slug.fold(name));
      if (whole.length() >= SHORTEST_NAME) {
        known.add(whole);
      }
      for (String part : Slug.fold(name).split("[^\\p{L}\\p{N}]+")) {
        if (part.length() >= SHORTEST_NAME) {
          known.add(part);
        }
      }
    }
    known.sort(Comparator.comparingInt(String::length).reversed());
    return left(Slug.fold(password).replaceAll("[^\\p{L}\\p{N}@$€]", ""), known);
  }

  private static String letters(String folded) {
    return folded.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int left(String text, List<String> known) {
    String spelled = plainSpelling(text);
    StringBuilder rest = new StringBuilder();
    Set<String> pieces = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      int length = Math.max(longest(text, at, known), word(spelled, at, known));
      if (length > 0) {
        pieces.add(spelled.substring(at, at + length));
        at += length;
      } else {
        rest.append(text.charAt(at));
        at++;
      }
    }
    return distinct(rest.toString()) + pieces.size();
  }

  /** Length of what can be guessed from here: a known word, a row of keys, a repeat, a year; or 0. */
  private static int longest(String text, int at, List<String> known) {
    int best = Math.max(repeat(text, at), row(text, at));
    best = Math.max(best, word(text, at, known));
    if (best < 4
        && text.length() >= at + 4
        && text.substring(at, at + 4).matches("(19|20)[0-9]{2}")) {
      best = 4;
    }
    return best;
  }

  /** Length of the longest known word that stands here; the words come longest first. */
  private static int word(String text, int at, List<String> known) {
    for (String word : known) {
      if (text.startsWith(word, at)) {
        return word.length();
      }
    }
    return 0;
  }

  private static int repeat(String text, int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == text.charAt(at)) {
      end++;
    }
    return end - at >= 3 ? end - at : 0;
  }

  private static int row(String text, int at) {
    int best = 0;
    for (String row : ROWS) {
      best = Math.max(best, along(text, at, row));
      best = Math.max(best, along(text, at, new StringBuilder(row).reverse().toString()));
    }
    return best >= 3 ? best : 0;
  }

  private static int along(String text, int at, String row) {
    int best = 0;
    for (int start = row.indexOf(text.charAt(at));
        start >= 0;
        start = row.indexOf(text.charAt(at), start + 1)) {
      int length = 0;
      while (at + length < text.length()
          && start + length < row.length()
          && text.charAt(at + length) == row.charAt(start + length)) {
        length++;
      }
      best = Math.max(best, length);
    }
    return best;
  }

  /** Characters of the rest, where one that repeats what stood before counts once. */
  private static int distinct(String rest) {
    for (int period = 1; period <= rest.length() / 2; period++) {
      if (rest.length() % period == 0
          && rest.substring(0, period).repeat(rest.length() / period).equals(rest)) {
        return period;
      }
    }
    return rest.chars().distinct().count() < 4
        ? (int) rest.chars().distinct().count()
        : rest.length();
  }

  private static String plainSpelling(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      out.append(
          switch (c) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3', '€' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> c;
          });
    }
    return out.toString();
  }

  private static List<String> words() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-passwords.txt is missing from the jar");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
