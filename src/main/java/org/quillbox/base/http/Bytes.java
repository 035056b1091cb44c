package org.quillbox.base.http;

/** Sizes as people read them. */
final class Bytes {
  private Bytes() {}

  /** E.g. {@code 1 MiB}, {@code 700 bytes}. */
  static String of(long count) {
    if (count >= 1L << 30 && count % (1L << 30) == 0) {
      return (count >> 30) + " GiB";
    }
    if (count >= 1L << 20) {
      return (count >> 20) + " MiB";
    }
    return count >= 1L << 10 ? (count >> 10) + " KiB" : count + " bytes";
  }
}
