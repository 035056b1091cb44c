package org.quillbox.base.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.128/25, 192.168.1.129, true",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.7, 192.168.1.7, true",
    "192.168.1.7, 192.168.1.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fd12::1, true",
    "fd00::/8, fe80::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true"
  })
  void anAddressIsInsideOrNot(String network, String address, boolean inside) {
    assertEquals(inside, Network.parse(network).contains(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1/8, bits set",
    "10.0.0.0/33, between /0 and /32",
    "10.0.0.0/, between /0 and /32",
    "fd00::/129, between /0 and /128",
    "localhost, no network",
    "10.0.0, no network",
    "'', no network"
  })
  void whatIsNoNetworkIsRefusedWithTheReason(String text, String reason) {
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text)).toString();
    assertTrue(refusal.contains(reason), refusal);
  }
}
