package org.quillbox.site.people;

/**
 * What is known of somebody new.
 *
 * @param login sign-in name as typed
 * @param displayName public name; empty means the sign-in name with capitals
 * @param email may be empty
 * @param password plain; empty means that nobody can sign in with it
 */
public record PersonDraft(
    String login,
    String displayName,
    String email,
    String bio,
    String url,
    Role role,
    String password) {

  public static PersonDraft administrator(
      String login, String displayName, String email, String password) {
    return new PersonDraft(login, displayName, email, "", "", Role.ADMINISTRATOR, password);
  }
}
