package org.quillbox.site.content;

import java.util.List;
import org.quillbox.base.console.Choice;
import org.quillbox.base.console.Field;
import org.quillbox.base.console.Link;
import org.quillbox.base.console.Notice;
import org.quillbox.base.console.Status;

/**
 * What {@code write.vm} shows: the manuscript, and beside it the sentence that says when it goes out and
 * to whom.
 *
 * @param heading for screen readers: what is being edited
 * @param action where the form is sent
 * @param back the way to the list
 * @param state square of the thing
 * @param saved what is known of the last save, such as "Draft, saved 14:03"
 * @param live address of the public page; empty while there is none
 * @param version version the form was made from; empty for something new
 * @param ticket marks this form, so that sending it twice makes one entry
 * @param deeds buttons, the last one is the main one: value of {@code do} and the word
 * @param notices above the manuscript
 * @param title its field
 * @param format Markdown or HTML
 * @param formatHint what that means for the text
 * @param content its field
 * @param sentence when and to whom
 * @param date its field, shown when a time is set
 * @param password its field, shown when readers need one
 * @param fields the rest: address, excerpt, categories, tags
 * @param trash true when it can be moved to the trash
 * @param restore true when it is in the trash
 */
record WritingDesk(
    String heading,
    String action,
    Link back,
    Status state,
    String saved,
    String live,
    String version,
    String ticket,
    List<Choice> deeds,
    List<Notice> notices,
    Field title,
    Field format,
    String formatHint,
    Field content,
    Sentence sentence,
    Field date,
    Field password,
    List<Field> fields,
    boolean trash,
    boolean restore) {
  WritingDesk {
    deeds = List.copyOf(deeds);
    notices = List.copyOf(notices);
    fields = List.copyOf(fields);
  }

  /** "Publish now to everyone": a verb and two choices. */
  record Sentence(String before, List<Choice> when, List<Choice> to) {
    Sentence {
      when = List.copyOf(when);
      to = List.copyOf(to);
    }
  }
}
