package org.quillbox.base.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A socket to the server under test, on which exactly these bytes are sent. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
  }

  /** Sends one request on a connection of its own; {@code \n} in it is sent as CRLF. */
  static Answer ask(int port, String request) {
    try (Wire wire = new Wire(port)) {
      wire.send(request.replace("\n", "\r\n"));
      return wire.answer(request.startsWith("HEAD"));
    } catch (IOException e) {
      throw new AssertionError("no answer to: " + request, e);
    }
  }

  static Answer get(int port, String target, String... headers) {
    return ask(port, "GET " + target + " HTTP/1.1\n" + head(headers) + "\n");
  }

  static Answer post(int port, String target, String body, String... headers) {
    return ask(
        port,
        "POST "
            + target
            + " HTTP/1.1\n"
            + head(headers)
            + "Content-Type: application/x-www-form-urlencoded\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\n\n"
            + body);
  }

  private static String head(String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\n", headers) + "\n";
    return (("\n" + lines).contains("\nHost: ") ? "" : "Host: localhost\n") + lines;
  }

  void send(String exactly) throws IOException {
    send(exactly.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] exactly) throws IOException {
    socket.getOutputStream().write(exactly);
    socket.getOutputStream().flush();
  }

  /** Everything until the server closes the connection; it must do so within 20 s. */
  String rest() throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException _) {
      return "";
    }
  }

  /** True when the server has closed the connection. */
  boolean isClosed() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException _) {
      return true;
    }
  }

  Answer answer(boolean head) throws IOException {
    InputStream in = socket.getInputStream();
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      throw new IOException("the connection was closed without an answer");
    }
    int status = Integer.parseInt(lines.getFirst().split(" ")[1]);
    Answer headOnly = new Answer(status, lines, new byte[0]);
    if (head || status == 304 || status == 204) {
      return headOnly;
    }
    Optional<String> length = headOnly.header("Content-Length");
    byte[] body =
        length.isPresent()
            ? in.readNBytes(Integer.parseInt(length.get()))
            : headOnly.header("Transfer-Encoding").isPresent() ? chunks(in) : in.readAllBytes();
    return new Answer(status, lines, body);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n = Integer.parseInt(line(in), 16); n > 0; n = Integer.parseInt(line(in), 16)) {
      all.write(in.readNBytes(n));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, List<String> lines, byte[] bytes) {
    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(start))
          .map(l -> l.substring(start.length()).strip())
          .findFirst();
    }

    String body() {
      try {
        byte[] plain =
            header("Content-Encoding").isPresent()
                ? new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)).readAllBytes()
                : bytes;
        return new String(plain, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new AssertionError("the body is not what its header says", e);
      }
    }
  }
}
