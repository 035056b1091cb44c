package org.quillbox.box.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.store.Cause;
import org.quillbox.base.store.Db;
import org.quillbox.site.people.People;
import org.quillbox.site.people.Person;
import org.quillbox.site.people.PersonDraft;
import org.quillbox.site.settings.Option;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Term;
import org.quillbox.site.taxonomy.Terms;

/** Makes a site out of answers, once: the administrator, the options and the default category or nothing. */
public final class Setup {
  private final Db db;
  private final People people;
  private final Settings settings;
  private final Terms terms;

  public Setup(Db db, People people, Settings settings, Terms terms) {
    this.db = db;
    this.people = people;
    this.settings = settings;
    this.terms = terms;
  }

  /** True once an administrator exists. */
  public boolean isDone() {
    return people.hasAdministrator();
  }

  /** What cannot be taken, by field: {@code title timezone permalink_structure name display password email}. */
  public Map<String, String> objections(Answers answers) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (answers.title().isBlank()) {
      problems.put("title", "Give the site a title. You can change it later.");
    }
    options(answers)
        .forEach((name, value) ->
            Option.named(name)
                .flatMap(option -> option.objectionTo(value))
                .ifPresent(objection -> problems.putIfAbsent(field(name), objection)));
    problems.putAll(people.objections(administrator(answers)));
    if (answers.publicName().strip().equalsIgnoreCase(answers.login().strip())
        && !answers.login().isBlank()) {
      problems.put(
          "display",
          "Readers see this name, and nobody should learn your sign-in name from it. Choose a different one.");
    }
    return problems;
  }

  /**
   * Makes the site.
   *
   * @throws Problem.Invalid by field
   * @throws Problem.Conflict when an administrator exists
   */
  public Person complete(Answers answers) {
    if (isDone()) {
      throw finished();
    }
    Map<String, String> problems = objections(answers);
    if (!problems.isEmpty()) {
      throw new Problem.Invalid(
          "rest_invalid_param", problems.values().iterator().next(), problems);
    }
    People.Prepared administrator = people.prepare(administrator(answers));
    long category = terms.nextId();
    return db.tx(
        Cause.INTERACTIVE,
        Actor.box(),
        tx -> {
          if (people.hasAdministrator(tx)) {
            throw finished();
          }
          Term standard =
              terms.take(
                  tx,
                  0,
                  category,
                  new Term(0, Term.CATEGORY, "uncategorized", "Uncategorized", "", 0));
          Map<String, String> options = options(answers);
          options.put(Option.DEFAULT_CATEGORY.wire(), String.valueOf(standard.id()));
          settings.take(tx, options);
          return people.add(tx, administrator);
        });
  }

  private static Problem finished() {
    return new Problem.Conflict(
        "setup_done",
        "This site is set up already. Nothing was changed. Use: quillbox settings set, quillbox user reset.");
  }

  private static PersonDraft administrator(Answers answers) {
    return PersonDraft.administrator(
        answers.login(), answers.publicName(), answers.email(), answers.password());
  }

  private static Map<String, String> options(Answers answers) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(Option.BLOGNAME.wire(), answers.title().strip());
    options.put(Option.BLOGDESCRIPTION.wire(), answers.tagline().strip());
    options.put(Option.ADMIN_EMAIL.wire(), answers.email().strip());
    if (!answers.timezone().isBlank()) {
      options.put(Option.TIMEZONE_STRING.wire(), answers.timezone().strip());
    }
    if (!answers.permalinks().isBlank()) {
      options.put(Option.PERMALINK_STRUCTURE.wire(), answers.permalinks().strip());
    }
    return options;
  }

  private static String field(String option) {
    return switch (option) {
      case "blogname" -> "title";
      case "blogdescription" -> "tagline";
      case "admin_email" -> "email";
      case "timezone_string" -> "timezone";
      default -> option;
    };
  }
}
