package org.quillbox.door.theme;

/** A heading of a text, for its list of contents. */
public record HeadingView(String id, String text, int level) {}
