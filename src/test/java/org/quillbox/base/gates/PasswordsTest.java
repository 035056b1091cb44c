package org.quillbox.base.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quillbox.base.gates.Passwords.Match;
import org.quillbox.base.kernel.Problem;

class PasswordsTest {
  private final Passwords passwords = new Passwords(new Randoms());

  @Test
  void aHashSaysHowItWasMadeAndFitsItsPasswordOnly() {
    String hash = passwords.hash("pleasant evening");
    assertTrue(
        hash.matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        hash);
    assertEquals(Match.RIGHT, passwords.verify("pleasant evening", hash));
    assertEquals(Match.WRONG, passwords.verify("pleasant evening ", hash));
    assertEquals(Match.WRONG, passwords.verify("", hash));
    assertNotEquals(hash, passwords.hash("pleasant evening"));
  }

  @Test
  void bothSpellingsOfAnAccentAreOnePassword() {
    assertEquals(
        Match.RIGHT, passwords.verify("cafe\u0301 au lait", passwords.hash("caf\u00e9 au lait")));
  }

  @Test
  void nothingIsCutOff() {
    String hash = passwords.hash("x".repeat(4095) + "a");
    assertEquals(Match.RIGHT, passwords.verify("x".repeat(4095) + "a", hash));
    assertEquals(Match.WRONG, passwords.verify("x".repeat(4095) + "b", hash));
    assertThrows(Problem.Invalid.class, () -> passwords.hash("x".repeat(4097)));
    assertEquals(Match.WRONG, passwords.verify("x".repeat(5000), hash));
  }

  @Test
  void theReferenceVectorOfArgon2idIsMet() {
    // From the reference implementation: argon2id, v=19, m=65536, t=2, p=1, "password", salt
    // "somesalt".
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertEquals(Match.RIGHT, passwords.verify("password", reference));
    assertEquals(Match.WRONG, passwords.verify("Password", reference));
  }

  @Test
  void aWeakerHashOfOursIsRightButOld() {
    // The reference implementation's vector with m=256.
    String weak =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertEquals(Match.RIGHT_BUT_OLD, passwords.verify("password", weak));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "test12345 | $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "`  test12345\t` | $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "it's | $P$BabcdefghGXREU0A61GISS2x0UeA/20",
        "pleasant evening | $2y$10$abcdefghijklmnopqrstuuen/BoDpEHrYstc7kB4W5I62texvcswO",
        "pleasant evening | f4ac15cd59b492787180f9012f65f0e9",
        "LONG | $wp$2y$10$abcdefghijklmnopqrstuuIKRquu4/gnA1DHU.IUSflVVUAAvtCuq"
      })
  void hashesOfAWordPressSiteAreCheckedAndAskedToBeReplaced(String password, String hash) {
    String typed =
        password.equals("LONG")
            ? "Ça 'va' \\ bien, très longue phrase de passe ".repeat(3)
            : password;
    assertEquals(Match.RIGHT_BUT_OLD, passwords.verify(typed, hash));
    assertEquals(Match.WRONG, passwords.verify(typed + "x", hash));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "!",
        "plain",
        "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=1048576,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$2y$31$abcdefghijklmnopqrstuu5LzL5kXo3kz5rXo3kz5rXo3kz5rXo3k",
        "$P$zabcdefghAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatIsNoHashOrWouldCostTooMuchFitsNoPassword(String stored) {
    assertEquals(Match.WRONG, passwords.verify("password", stored));
    passwords.verifyNobody("password");
  }

  @Test
  void atMostTwoHashesAreMadeAtOnceAndTheOthersWait() throws InterruptedException {
    List<Thread> six = new ArrayList<>();
    Set<String> made = Collections.synchronizedSet(new HashSet<>());
    for (int i = 0; i < 6; i++) {
      six.add(Thread.ofVirtual().start(() -> made.add(passwords.hash("pleasant evening"))));
    }
    for (Thread one : six) {
      one.join();
    }
    assertEquals(6, made.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four green herons at dawn",
        "vRq7-mmZp-2xKd-9tLw",
        "mein Fahrrad quietscht im Regen",
        "le chat dort sous la table basse",
        "тихая река за домом",
        "correct staple horseshoe zeppelin",
        "zaalkvbnrtwpoiq"
      })
  void aSentenceOfOnesOwnIsTaken(String password) {
    PasswordRules.check(password, "Ada Lovelace", "ada", "Notes of a walker");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short one", "password12345678", "P@ssw0rd20242025!", "aaaaaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc", "qwertyuiopasdfgh",
        "123456789012345", "iloveyouforever", "letmeinletmeinletmein", "1q2w3e4r5t6y7u8i",
            "AdaLovelace2024!!!", "lovelace.lovelace.1",
        "Notes of a walker 1", "correcthorsebatterystaple", "welcome-to-summer-2026",
            "               ", "0987654321098765"
      })
  void whatEverybodyTriesFirstIsRefusedWithARemedy(String password) {
    Problem.Invalid refused =
        assertThrows(
            Problem.Invalid.class,
            () -> PasswordRules.check(password, "Ada Lovelace", "ada", "Notes of a walker"));
    assertTrue(refused.fields().containsKey("password"));
  }

  @Test
  void besideASecondFactorEightCharactersAreEnough() {
    PasswordRules.check("zaunkönig", PasswordRules.WITH_SECOND_FACTOR, List.of());
    assertThrows(Problem.Invalid.class, () -> PasswordRules.check("zaunkönig"));
  }

  @Test
  void randomTextsHaveTheirLengthAndAlphabetAndDiffer() {
    Randoms randoms = new Randoms();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      codes.add(randoms.code());
    }
    assertEquals(1000, codes.size());
    assertTrue(codes.stream().allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{8}")));
    assertTrue(randoms.hex(16).matches("[0-9a-f]{32}"));
    assertTrue(randoms.base64url(32).matches("[A-Za-z0-9_-]{43}"));
    assertEquals("AB010CDE", Randoms.typedCode("ab-oio cde"));
    assertTrue(Randoms.sameSecret("a", "a"));
    assertFalse(Randoms.sameSecret("a", "ab"));
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Randoms.sha256Hex("abc"));
  }
}
