package org.quillbox.base.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of the console: what needs somebody, what is being written, how the box is. Its heading
 * is the answer, not a greeting.
 *
 * @param needs what waits for a person, most urgent first
 * @param lists short lists, such as drafts
 * @param facts lines about the box
 */
public record Today(List<Need> needs, List<Part> lists, List<DoorPage.Fact> facts) {
  public Today {
    needs = List.copyOf(needs);
    lists = List.copyOf(lists);
    facts = List.copyOf(facts);
  }

  /**
   * One thing that waits.
   *
   * @param what the fact, without a full stop
   * @param why since when, or what happens otherwise
   * @param action the way to deal with it
   * @param urgent true when something is broken now
   */
  public record Need(String what, String why, Link action, boolean urgent) {}

  /**
   * A short list.
   *
   * @param title its name
   * @param all the way to the whole list; null when this is it
   * @param lines what is in it
   * @param nothing what is said when there is nothing
   */
  public record Part(String title, @Nullable Link all, List<Line> lines, String nothing) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** One line of a short list: a title, its square where it is told, and a grey detail. */
  public record Line(String title, String href, @Nullable Status state, String detail) {}

  /** The heading: how much needs somebody. */
  public String title() {
    return switch (needs.size()) {
      case 0 -> "Nothing needs you.";
      case 1 -> "One thing needs you. The rest is in order.";
      case 2 -> "Two things need you. The rest is in order.";
      case 3 -> "Three things need you. The rest is in order.";
      default -> needs.size() + " things need you.";
    };
  }
}
