package org.quillbox.house.planted.site.content;

import org.quillbox.house.planted.base.kernel.Reads;

/** A service with one recorded and one unrecorded way to read. */
public final class Pieces {
  public String find(long id) {
    return "piece " + id;
  }

  public String find(Reads reads, long id) {
    return "piece " + id + " as of " + reads.asOf();
  }
}
