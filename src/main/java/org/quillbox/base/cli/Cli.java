package org.quillbox.base.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.kernel.BootFailure;
import org.quillbox.base.kernel.Nearest;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.plug.Command;
import org.quillbox.base.plug.Command.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command. Exit codes: 0 done, 1 failed, 2 not understood, 3 done with something to look at, those
 * of {@link BootFailure} when the site could not be opened. Errors are one line on standard error: {@code
 * quillbox: what happened; what to do}.
 */
public final class Cli {
  /** Options every command has, and the machine setting each stands for. */
  private static final Map<String, String> SHORT_FORMS =
      Map.of("--data", "data.dir", "--port", "http.port", "--bind", "http.bind");

  private final List<Command> commands;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Function<Throwable, String> bugs;

  /**
   * Makes the frame.
   *
   * @param commands everything that can be run
   * @param bugs records an exception nobody expected and answers the id it can be found by
   */
  public Cli(
      List<Command> commands,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Function<Throwable, String> bugs) {
    this.commands = List.copyOf(commands);
    this.in = in;
    this.out = out;
    this.err = err;
    this.bugs = bugs;
  }

  /** Runs what was typed and answers the exit code. */
  public int run(String... words) {
    CommandLine root = new CommandLine(spec());
    root.setUnmatchedOptionsArePositionalParams(false);
    ParseResult parsed;
    try {
      parsed = root.parseArgs(words);
    } catch (ParameterException e) {
      return fail(usage(e), Outcome.USAGE.code());
    }
    List<CommandLine> chain = parsed.asCommandLineList();
    CommandLine last = chain.getLast();
    if (chain.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
      last.usage(out);
      return Outcome.OK.code();
    }
    if (!(last.getCommandSpec().userObject() instanceof Command command)) {
      last.usage(err);
      return fail(
          last.getCommandSpec().qualifiedName() + " needs one of the commands above",
          Outcome.USAGE.code());
    }
    return run(command, last.getParseResult());
  }

  private int run(Command command, ParseResult parsed) {
    TypedCall call = new TypedCall(command, parsed, SHORT_FORMS, in, out, err);
    try {
      return command.action().run(call).code();
    } catch (BootFailure e) {
      return fail(e.getMessage(), e.exitCode());
    } catch (Problem.Invalid e) {
      String fields =
          e.fields().entrySet().stream()
              .filter(field -> !e.getMessage().contains(field.getValue()))
              .map(field -> field.getKey() + ": " + field.getValue())
              .sorted()
              .reduce("", (all, one) -> all + "; " + one);
      return fail(e.getMessage() + fields, Outcome.FAILED.code());
    } catch (Problem e) {
      return fail(e.getMessage(), Outcome.FAILED.code());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", Outcome.FAILED.code());
    } catch (Exception e) {
      String id = bugs.apply(e);
      return fail(
          "this is a bug, recorded as "
              + id
              + "; please report it with the lines of the log around it",
          Outcome.FAILED.code());
    } finally {
      out.flush();
    }
  }

  private int fail(String message, int code) {
    out.flush();
    err.println("quillbox: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    err.flush();
    return code;
  }

  private static String usage(ParameterException e) {
    String called = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = e.getMessage();
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String given = unmatched.getUnmatched().getFirst();
      message =
          (given.startsWith("-") ? "unknown option " : "unknown word ") + given + meant(e, given);
    }
    return message + "; see: " + called + " --help";
  }

  private static String meant(ParameterException e, String given) {
    CommandLine at = e.getCommandLine();
    List<String> known =
        given.startsWith("-")
            ? List.copyOf(at.getCommandSpec().optionsMap().keySet())
            : List.copyOf(at.getSubcommands().keySet());
    String word = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
    return Nearest.to(word, known).map(name -> ", did you mean " + name + "?").orElse("");
  }

  private CommandSpec spec() {
    CommandSpec root = CommandSpec.create().name("quillbox");
    root.usageMessage()
        .description("A website of your own in one self-contained jar.")
        .synopsisHeading("Usage: ")
        .commandListHeading("%nCommands:%n");
    root.addOption(help());
    for (Command command : commands) {
      CommandSpec parent = root;
      String[] words = command.path().split(" ");
      for (int i = 0; i < words.length - 1; i++) {
        parent = group(parent, words[i]);
      }
      parent.addSubcommand(words[words.length - 1], spec(command));
    }
    return root;
  }

  private CommandSpec group(CommandSpec parent, String word) {
    CommandLine there = parent.subcommands().get(word);
    if (there != null) {
      return there.getCommandSpec();
    }
    TreeSet<String> verbs = new TreeSet<>();
    for (Command command : commands) {
      if (command.path().startsWith(word + " ")) {
        verbs.add(command.path().substring(word.length() + 1));
      }
    }
    CommandSpec group = CommandSpec.create();
    group.usageMessage().description(String.join(", ", verbs));
    group.addOption(help());
    parent.addSubcommand(word, group);
    return group;
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    spec.usageMessage().description(command.summary()).sortOptions(false).sortSynopsis(false);
    int index = 0;
    for (Command.Argument argument : command.arguments()) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(String.valueOf(index++))
              .required(argument.required())
              .arity(argument.required() ? "1" : "0..1")
              .paramLabel(argument.name())
              .description(argument.about())
              .type(String.class)
              .build());
    }
    for (Command.Option option : command.options()) {
      spec.addOption(option("--" + option.name(), option.value(), option.about()));
    }
    spec.addOption(option("--data", "DIR", "directory the site is kept in (./data)"));
    spec.addOption(
        option("--config", "FILE", "settings of the machine (quillbox.properties in DIR)"));
    spec.addOption(
        OptionSpec.builder("--set")
            .paramLabel("KEY=VALUE")
            .description("one setting of the machine; may stand several times")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .build());
    spec.addOption(option("--json", "", "answer in JSON"));
    spec.addOption(help());
    return spec;
  }

  private static OptionSpec option(String name, @Nullable String value, String about) {
    boolean flag = value == null || value.isEmpty();
    OptionSpec.Builder option = OptionSpec.builder(name).description(about);
    return flag
        ? option.type(boolean.class).arity("0").build()
        : option.paramLabel(value).type(String.class).arity("1").build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("--help", "-h")
        .usageHelp(true)
        .type(boolean.class)
        .arity("0")
        .description("show this")
        .build();
  }

  /** Every command by its words, for tests and for {@code --help} of the whole. */
  public List<String> paths() {
    return new ArrayList<>(new TreeSet<>(commands.stream().map(Command::path).toList()));
  }
}
