package org.quillbox.base.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quillbox.base.plug.Call;
import org.quillbox.base.plug.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A call that was typed at a terminal or in a script. */
final class TypedCall implements Call {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Command command;
  private final ParseResult parsed;
  private final Map<String, String> shortForms;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  TypedCall(
      Command command,
      ParseResult parsed,
      Map<String, String> shortForms,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    this.command = command;
    this.parsed = parsed;
    this.shortForms = shortForms;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public String command() {
    return command.path();
  }

  @Override
  public String argument(String name) {
    return optionalArgument(name)
        .orElseThrow(
            () -> new IllegalArgumentException(command.path() + " has no required " + name));
  }

  @Override
  public Optional<String> optionalArgument(String name) {
    for (int i = 0; i < command.arguments().size(); i++) {
      if (command.arguments().get(i).name().equals(name)) {
        return Optional.ofNullable(parsed.matchedPositionalValue(i, (String) null));
      }
    }
    throw new IllegalArgumentException(command.path() + " declares no argument " + name);
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(declared(name).<String>getValue());
  }

  @Override
  public boolean has(String flag) {
    return Boolean.TRUE.equals(declared(flag).<Boolean>getValue());
  }

  @Override
  public List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    // An option that stands twice is listed twice, each time with all its values.
    for (ArgSpec matched : parsed.matchedArgs()) {
      if (matched instanceof OptionSpec option) {
        String word = option.longestName();
        String value = option.stringValues().get(times.merge(word, 1, Integer::sum) - 1);
        if (word.equals("--set")) {
          settings.add(new Setting(word, value));
        } else if (shortForms.containsKey(word)) {
          settings.add(new Setting(word, shortForms.get(word) + "=" + value));
        }
      }
    }
    return settings;
  }

  @Override
  public Optional<String> config() {
    return option("config");
  }

  @Override
  public boolean json() {
    return has("json");
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public void say(String line) {
    if (!json()) {
      out.println(line);
      out.flush();
    }
  }

  @Override
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public void table(List<String> columns, List<List<Object>> rows) {
    if (!json()) {
      TextTable.of(columns, rows).forEach(out::println);
      return;
    }
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i));
      }
      objects.add(object);
    }
    print(objects);
  }

  @Override
  public void fields(Map<String, ?> fields) {
    if (json()) {
      print(fields);
      return;
    }
    int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
    fields.forEach((name, value) ->
        out.println(name + " ".repeat(width - name.length()) + "  " + TextTable.plain(value)));
  }

  private void print(Object value) {
    try {
      out.println(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("answers are made of text, numbers, lists and maps", e);
    }
  }

  private OptionSpec declared(String name) {
    OptionSpec option = parsed.commandSpec().findOption("--" + name);
    if (option == null) {
      throw new IllegalArgumentException(command.path() + " declares no option --" + name);
    }
    return option;
  }
}
