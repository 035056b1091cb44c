package org.quillbox.base.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of addresses as an operator writes it: {@code 10.0.0.0/8}, {@code fd00::/8}, or one address alone.
 * Names are never looked up.
 */
public final class Network {
  private final byte[] prefix;
  private final int bits;

  private Network(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads a network.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong with it
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes;
    try {
      // Java would take "10.0.0" for 10.0.0.0; whoever writes that has forgotten something.
      if (!address.contains(":") && !address.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
        throw new IllegalArgumentException("four numbers are needed");
      }
      bytes = InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no network; write it like 10.0.0.0/8, fd00::/8 or 192.168.1.7", e);
    }
    int most = bytes.length * 8;
    int bits = most;
    if (slash >= 0) {
      String length = text.substring(slash + 1);
      if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
        throw new IllegalArgumentException(
            "'" + text + "' has no length between /0 and /" + most + " after the address");
      }
      bits = Integer.parseInt(length);
    }
    Network network = new Network(bytes, bits);
    if (!Arrays.equals(network.masked(bytes), bytes)) {
      throw new IllegalArgumentException(
          "'" + text + "' has bits set behind its length; for one address leave the length out");
    }
    return network;
  }

  /** True when the address lies in the network. An IPv4 address written in IPv6 counts as IPv4. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == prefix.length && Arrays.equals(masked(bytes), prefix);
  }

  private byte[] masked(byte[] bytes) {
    byte[] out = bytes.clone();
    for (int i = 0; i < out.length; i++) {
      int kept = Math.clamp(bits - i * 8L, 0, 8);
      out[i] = (byte) (out[i] & (0xff << (8 - kept)));
    }
    return out;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that && bits == that.bits && Arrays.equals(prefix, that.prefix);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(prefix) * 31 + bits;
  }

  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(prefix).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a prefix of 4 or 16 bytes is an address", e);
    }
  }
}
