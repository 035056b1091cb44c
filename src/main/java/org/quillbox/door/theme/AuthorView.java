package org.quillbox.door.theme;

/**
 * An author as readers know him.
 *
 * @param url path of his page; empty when he has none
 * @param bio plain text, may be empty
 */
public record AuthorView(String name, String slug, String url, String bio) {}
