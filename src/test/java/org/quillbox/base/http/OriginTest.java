package org.quillbox.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, proxies and clients (security H8, H9). */
class OriginTest {
  private static final HostRules.Names SITE =
      new HostRules.Names("https://example.org", Set.of("example.org", "www.example.org"));

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, OWN, OWN",
    "LOCALHOST, OWN, OWN",
    "127.0.0.1, OWN, OWN",
    "127.9.9.9:80, OWN, OWN",
    "[::1]:8080, OWN, OWN",
    "quillbox.local, OWN, OWN",
    "quillbox.local., OWN, OWN",
    "example.org, OPEN, LISTED",
    "Example.ORG:443, OPEN, LISTED",
    "evil.test, OPEN, UNKNOWN",
    "203.0.113.77, OPEN, UNKNOWN",
    "[2001:db8::7], OPEN, UNKNOWN",
    "localhost.evil.test, OPEN, UNKNOWN",
    "xexample.org, OPEN, UNKNOWN",
    "'a b', UNKNOWN, UNKNOWN",
    "'<script>', UNKNOWN, UNKNOWN",
    "'', UNKNOWN, UNKNOWN",
    "-a.test, UNKNOWN, UNKNOWN",
  })
  void aNameIsKnownOrNot(String host, HostKind withoutList, HostKind withList) {
    HostRules rules = new HostRules(Set.of("quillbox"));
    assertEquals(withoutList, rules.kind(host));
    rules.site(SITE);
    assertEquals(withList, rules.kind(host));
  }

  @Test
  void everyAddressOfThisMachineIsItsOwn() throws Exception {
    HostRules rules = new HostRules(Set.of());
    List<String> addresses =
        java.net.NetworkInterface.networkInterfaces()
            .flatMap(java.net.NetworkInterface::inetAddresses)
            .filter(java.net.Inet4Address.class::isInstance)
            .map(InetAddress::getHostAddress)
            .toList();
    assertFalse(addresses.isEmpty());
    addresses.forEach(a -> assertEquals(HostKind.OWN, rules.kind(a + ":8080"), a));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 198.51.100.7 | http localhost 198.51.100.7 OWN",
        "X-Forwarded-For: 6.6.6.6, 198.51.100.7 | http localhost 198.51.100.7 OWN",
        "X-Forwarded-For: 6.6.6.6, 198.51.100.7, 127.0.0.9 | http localhost 198.51.100.7 OWN",
        "X-Forwarded-For: 198.51.100.7:1234 | http localhost 198.51.100.7 OWN",
        "X-Forwarded-For: evil.test | http localhost 127.0.0.1 OWN",
        "X-Forwarded-Proto: https | https localhost 127.0.0.1 OWN",
        "X-Forwarded-Proto: javascript | http localhost 127.0.0.1 OWN",
        "X-Forwarded-Host: Example.org | http example.org 127.0.0.1 LISTED",
        "X-Forwarded-Host: evil.test | 421",
        "Forwarded: for=\"[2001:db8::1]:99\";proto=https;host=example.org | https example.org 2001:db8:0:0:0:0:0:1 LISTED",
        "Forwarded: for=6.6.6.6, for=198.51.100.8;proto=http | http localhost 198.51.100.8 OWN",
        "Forwarded: for=unknown | http localhost 127.0.0.1 OWN",
        "X-Real-IP: 6.6.6.6 | http localhost 127.0.0.1 OWN",
        "X-Original-URL: /admin | http localhost 127.0.0.1 OWN",
      })
  void aTrustedProxyIsBelievedAndNobodyElse(String header, String trusted) {
    HttpSettings settings = HttpSettings.on("127.0.0.1", 0);
    try (TestServer proxied = new TestServer(settings.trusting(InetAddress::isLoopbackAddress));
        TestServer plain = new TestServer(settings)) {
      proxied.hosts.site(SITE);
      plain.hosts.site(SITE);
      Wire.Answer answer = Wire.get(proxied.port, "/client", header, "Host: localhost");
      assertEquals(
          trusted,
          answer.status() == 200
              ? answer.body()
              : Integer.toString(answer.status()).replace("301", "421"));
      assertEquals("http localhost 127.0.0.1 OWN", Wire.get(plain.port, "/client", header).body());
    }
  }

  @Test
  void bothDialectsTogetherAreNotMixed() {
    try (TestServer proxied =
        new TestServer(HttpSettings.on("127.0.0.1", 0).trusting(InetAddress::isLoopbackAddress))) {
      String seen =
          Wire.get(
                  proxied.port,
                  "/client",
                  "X-Forwarded-For: 198.51.100.7",
                  "Forwarded: for=6.6.6.6;proto=https")
              .body();
      assertEquals("http localhost 198.51.100.7 OWN", seen);
    }
  }

  @Test
  void aForeignNameIsSentToTheSiteOrRefusedAndNeverEchoed() {
    try (TestServer server = new TestServer()) {
      assertEquals(
          200,
          Wire.get(server.port, "/", "Host: evil.test").status(),
          "no list yet: a page may be read");
      assertEquals(
          421,
          Wire.get(server.port, "/desk/sign-in", "Host: evil.test").status(),
          "but no password typed");
      assertEquals(200, Wire.get(server.port, "/desk/sign-in", "Host: quillbox.local").status());
      server.hosts.site(new HostRules.Names(null, Set.of("example.org")));
      assertEquals(421, Wire.get(server.port, "/", "Host: evil.test").status());
      assertEquals(200, Wire.get(server.port, "/desk/sign-in", "Host: example.org").status());
      server.hosts.site(SITE);
      Wire.Answer moved = Wire.get(server.port, "/a?b=c", "Host: evil.test");
      assertEquals(301, moved.status());
      assertEquals("https://example.org/a?b=c", moved.header("Location").orElse(""));
      assertEquals(421, Wire.post(server.port, "/a", "x=1", "Host: evil.test").status());
      for (Wire.Answer answer :
          List.of(moved, Wire.post(server.port, "/a", "x=1", "Host: evil.test"))) {
        assertFalse((answer.lines() + answer.body()).contains("evil.test"));
      }
    }
  }

  @Test
  void neighboursInOneNetworkCountAsOne() {
    assertEquals(
        "2001:db8:1:2::/64", Origin.network(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6")));
    assertEquals("192.0.2.7", Origin.network(InetAddress.ofLiteral("192.0.2.7")));
    assertTrue(Origin.network(InetAddress.ofLiteral("::1")).startsWith("0:0:0:0::"));
  }
}
