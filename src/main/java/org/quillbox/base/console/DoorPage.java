package org.quillbox.base.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A page outside the console: set-up, sign-in, an error for somebody who is not signed in.
 *
 * @param title its heading
 * @param lead a sentence below it; may be empty
 * @param steps the squares of a wizard; empty for none
 * @param notices above the form
 * @param foot a small line at the end; may be empty
 * @param facts what is told of the box beside the picture
 */
public record DoorPage(
    String title,
    String lead,
    List<Step> steps,
    List<Notice> notices,
    String foot,
    List<Fact> facts) {
  public DoorPage {
    steps = List.copyOf(steps);
    notices = List.copyOf(notices);
    facts = List.copyOf(facts);
  }

  /** One square of a wizard: {@code done}, {@code now} or {@code next}. */
  public record Step(String state) {}

  /** One line about the box; code when it is an address or a command. */
  public record Fact(String name, String value, boolean code) {}

  public static DoorPage of(String title) {
    return new DoorPage(title, "", List.of(), List.of(), "", List.of());
  }

  public DoorPage lead(String sentence) {
    return new DoorPage(title, sentence, steps, notices, foot, facts);
  }

  public DoorPage foot(String line) {
    return new DoorPage(title, lead, steps, notices, line, facts);
  }

  /** Marks the place in a wizard: step {@code now} of {@code all}. */
  public DoorPage step(int now, int all) {
    List<Step> squares = new ArrayList<>();
    for (int i = 1; i <= all; i++) {
      squares.add(new Step(i < now ? "done" : i == now ? "now" : "next"));
    }
    return new DoorPage(title, lead, squares, notices, foot, facts);
  }

  public DoorPage notices(List<Notice> all) {
    return new DoorPage(title, lead, steps, all, foot, facts);
  }

  public DoorPage facts(List<Fact> all) {
    return new DoorPage(title, lead, steps, notices, foot, all);
  }

  /** Number of the step that is open; 0 outside a wizard. */
  public int stepNumber() {
    return steps.indexOf(new Step("now")) + 1;
  }
}
