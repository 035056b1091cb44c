package org.quillbox.door.theme;

/**
 * A moment, said in the site's way.
 *
 * @param text in the site's format, e.g. {@code November 24, 2026}
 * @param time of day in the site's format
 * @param machine for {@code datetime}, with the offset
 * @param year for grouping
 * @param shortText day and month, e.g. {@code Nov 24}
 */
public record DateView(String text, String time, String machine, int year, String shortText) {}
