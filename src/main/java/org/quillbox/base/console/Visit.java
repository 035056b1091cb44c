package org.quillbox.base.console;

import org.quillbox.base.kernel.Actor;

/**
 * What a page of the console knows of who asks for it.
 *
 * @param actor who is signed in; a guest at the doors
 * @param proof token every form of the page carries, in the field {@code _qb}
 * @param siteTitle name of the site; empty before set-up
 * @param theme {@code light}, {@code dark}, or empty for what the device says
 */
public record Visit(Actor actor, String proof, String siteTitle, String theme) {
  /** What the brand says: the site's title, or the product's before there is one. */
  public String brand() {
    return siteTitle.isBlank() ? "Quillbox" : siteTitle;
  }
}
