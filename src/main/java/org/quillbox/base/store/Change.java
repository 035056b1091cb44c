package org.quillbox.base.store;

import java.time.Instant;
import java.util.List;

/**
 * One row of the feed.
 *
 * @param seq number in commit order, without gaps
 * @param epoch generation of the data; a restore begins a new one
 * @param kind what was changed, e.g. {@code entry}
 * @param id its id, 0 where there is none
 * @param keys texts of the keys that were touched
 */
public record Change(
    long seq,
    int epoch,
    Instant madeAt,
    Cause cause,
    long actor,
    String kind,
    long id,
    List<String> keys) {}
