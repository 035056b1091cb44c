package org.quillbox.door.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about itself. Paths begin with a slash; the host is added when it is written.
 *
 * @param title plain text
 * @param description plain text, may be empty
 * @param path of the list it is the feed of
 * @param feedPath of the feed itself
 * @param language tag, e.g. {@code en-US}
 * @param built when something in it changed last; not the time of asking, so that equal feeds have equal bytes
 * @param icon path of a square picture, or null
 */
public record FeedChannel(
    String title,
    String description,
    String path,
    String feedPath,
    String language,
    Instant built,
    @Nullable String icon) {}
