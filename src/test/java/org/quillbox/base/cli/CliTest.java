package org.quillbox.base.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quillbox.base.kernel.BootFailure;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.plug.Call;
import org.quillbox.base.plug.Command;
import org.quillbox.base.plug.Command.Outcome;

class CliTest {
  private final List<String> seen = new ArrayList<>();

  /** What came back: exit code, standard output, standard error. */
  private record Answer(int code, String out, String err) {}

  @Test
  void wordsOptionsAndSwitchesReachTheCommand() {
    Answer answer = run("import", "wxr", "site.xml", "--uploads", "up", "--dry");
    assertEquals(new Answer(0, "done\n", ""), answer);
    assertEquals(List.of("import wxr", "site.xml", "up", "true"), seen);
  }

  @Test
  void settingsOfTheMachineKeepTheirOrder() {
    run("serve", "--set", "http.port=1", "--port", "2", "--data", "d", "--set", "log.level=debug");
    assertEquals(
        List.of(
            "--set http.port=1",
            "--port http.port=2",
            "--data data.dir=d",
            "--set log.level=debug"),
        seen);
  }

  static Stream<List<String>> misunderstandings() {
    return Stream.of(
        List.of(
            "serve --prot 1",
            "unknown option --prot, did you mean --port?; see: quillbox serve --help"),
        List.of("serev", "unknown word serev, did you mean serve?; see: quillbox --help"),
        List.of("post lst", "did you mean list?; see: quillbox post --help"),
        List.of("post", "quillbox post needs one of the commands above"),
        List.of("", "needs one of the commands above"),
        List.of("import wxr", "FILE"),
        List.of("serve --port", "--port"),
        List.of("post list extra", "unknown word extra"),
        List.of("completely-else", "unknown word completely-else; see: quillbox --help"));
  }

  @ParameterizedTest
  @MethodSource("misunderstandings")
  void whatIsNotUnderstoodEndsWith2AndOneLine(List<String> typedAndMessage) {
    Answer answer =
        run(
            typedAndMessage.get(0).isEmpty()
                ? new String[0]
                : typedAndMessage.get(0).split(" ", -1));
    assertEquals(2, answer.code(), answer.toString());
    String last = answer.err().strip().lines().reduce("", (before, line) -> line);
    assertTrue(last.startsWith("quillbox: "), answer.err());
    assertTrue(last.contains(typedAndMessage.get(1)), answer.err());
    assertEquals("", answer.out());
    assertEquals(List.of(), seen);
  }

  static Stream<List<Object>> endings() {
    return Stream.of(
        List.of(
            new Problem.NotFound("x", "No such post. List them with: quillbox post list"),
            1,
            "quillbox: No such post. List them with: quillbox post list\n"),
        List.of(
            new Problem.Invalid("title", "A title is needed."),
            1,
            "quillbox: A title is needed.\n"),
        List.of(
            new Problem.Invalid("x", "Two things.", Map.of("b", "Bad b.", "a", "Bad a.")),
            1,
            "quillbox: Two things.; a: Bad a.; b: Bad b.\n"),
        List.of(
            new BootFailure.PortTaken("port 80 is taken;\n  use --port", null),
            67,
            "quillbox: port 80 is taken; use --port\n"),
        List.of(
            new IllegalStateException("inside"),
            1,
            "quillbox: this is a bug, recorded as B-1; please report it with the lines of the log around it\n"));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void eachFailureIsOneLineWithItsCode(List<Object> ending) {
    Command failing =
        Command.of(
            "fail",
            "Fails.",
            call -> {
              throw (Exception) ending.get(0);
            });
    Answer answer = run(List.of(failing), "fail");
    assertEquals(new Answer((int) ending.get(1), "", (String) ending.get(2)), answer);
  }

  @Test
  void aTableIsAlignedAndStripsWhatCouldDriveATerminal() {
    Answer answer = run("post", "list");
    assertEquals(
        """
        id  title
         7  Ink
        12  Red [31mquill
        """,
        answer.out());
  }

  @Test
  void withJsonOnlyTheAnswerReachesStandardOutput() {
    Answer answer = run("post", "list", "--json");
    assertEquals(
        "[{\"id\":7,\"title\":\"Ink\"},{\"id\":12,\"title\":\"Red\\u001B[31mquill\"}]",
        answer
            .out()
            .replaceAll("[\\s&&[^\\S]]|\\n|(?<=[\\[{,:}])\\s+|\\s+(?=[\\]}:])", "")
            .strip());
    assertEquals("2 posts\n", answer.err());
  }

  @Test
  void fieldsAreAlignedOrOneObject() {
    assertEquals("state   open\nposts   12\nreason  -\n", run("status").out());
    assertTrue(run("status", "--json").out().contains("\"posts\" : 12"));
    assertEquals(3, run("status").code());
  }

  @Test
  void helpNamesEveryCommandAndEveryOption() {
    Answer whole = run("--help");
    assertEquals(0, whole.code());
    for (String word : List.of("serve", "import", "post", "status")) {
      assertTrue(whole.out().contains(word), whole.out());
    }
    Answer one = run("import", "wxr", "--help");
    assertEquals(0, one.code());
    for (String word : List.of("FILE", "--uploads=DIR", "--dry", "--data", "--set", "--json")) {
      assertTrue(one.out().contains(word), one.out());
    }
    assertFalse(one.out().contains("@|"), one.out());
    assertEquals(List.of(), seen);
  }

  private Answer run(String... words) {
    return run(commands(), words);
  }

  private static Answer run(List<Command> commands, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Cli(
                commands,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                bug -> "B-1")
            .run(words);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private List<Command> commands() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", "open");
    status.put("posts", 12);
    status.put("reason", "-");
    return List.of(
        Command.of("serve", "Serves.", this::serve).option("port", "N", "port"),
        Command.of("import wxr", "Imports.", this::take)
            .with("FILE", "an export")
            .option("uploads", "DIR", "files")
            .flag("dry", "changes nothing"),
        Command.of("post list", "Lists.", CliTest::list),
        Command.of(
            "status",
            "Tells.",
            call -> {
              call.fields(status);
              return Outcome.DEGRADED;
            }));
  }

  private Outcome serve(Call call) {
    call.settings().forEach(one -> seen.add(one.word() + " " + one.assignment()));
    return Outcome.OK;
  }

  private Outcome take(Call call) {
    seen.addAll(
        List.of(
            call.command(),
            call.argument("FILE"),
            call.option("uploads").orElse("none"),
            String.valueOf(call.has("dry"))));
    call.say("done");
    return Outcome.OK;
  }

  private static Outcome list(Call call) {
    call.table(
        List.of("id", "title"), List.of(List.of(7, "Ink"), List.of(12, "Red\u001b[31mquill")));
    call.note("2 posts");
    return Outcome.OK;
  }
}
