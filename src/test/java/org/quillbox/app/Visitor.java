package org.quillbox.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without a script: keeps cookies, sends the forms it was given, follows nothing by itself. */
final class Visitor {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  final Map<String, String> cookies = new LinkedHashMap<>();
  private final int port;

  Visitor(int port) {
    this.port = port;
  }

  /** An answer with its page. */
  record Answer(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join("\n", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    Document page() {
      return Jsoup.parse(body);
    }

    /** Every field of the form that is sent there, as a browser would send it untouched. */
    Map<String, List<String>> form(String action) {
      Element form =
          page().select("form[method=post]").stream()
              .filter(one -> one.attr("action").equals(action))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no form to " + action + " in " + body));
      Map<String, List<String>> fields = new LinkedHashMap<>();
      for (Element control : form.select("input[name], textarea[name], select[name]")) {
        String type = control.attr("type");
        String name = control.attr("name");
        if ((type.equals("radio") || type.equals("checkbox")) && !control.hasAttr("checked")
            || type.equals("file")) {
          continue;
        }
        String value =
            switch (control.tagName()) {
              case "textarea" -> control.wholeText();
              case "select" -> {
                Element chosen = control.selectFirst("option[selected]");
                yield (chosen == null ? control.expectFirst("option") : chosen).attr("value");
              }
              default -> control.attr("value");
            };
        fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
      return fields;
    }

    /** True when some control of the page holds exactly this. */
    boolean holds(String name, String value) {
      return page().getElementsByAttributeValue("name", name).stream()
          .anyMatch(control ->
              control.tagName().equals("textarea")
                  ? control.wholeText().equals(value)
                  : control.tagName().equals("select")
                      ? control.select("option[selected]").eachAttr("value").contains(value)
                      : control.attr("value").equals(value));
    }
  }

  Answer get(String target, String... headers) {
    return send(request(target, headers).GET().build());
  }

  Answer post(String target, Map<String, List<String>> form, String... headers) {
    String body =
        form.entrySet().stream()
            .flatMap(field ->
                field.getValue().stream()
                    .map(value -> encoded(field.getKey()) + '=' + encoded(value)))
            .collect(Collectors.joining("&"));
    return send(
        request(target, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** A multipart form with one file. */
  Answer upload(String target, Map<String, List<String>> form, String fileName, byte[] file) {
    StringBuilder head = new StringBuilder();
    form.forEach((name, values) ->
        values.forEach(value ->
            head.append("--edge\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n")));
    head.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(fileName)
        .append("\"\r\nContent-Type: text/xml\r\n\r\n");
    List<byte[]> parts =
        List.of(
            head.toString().getBytes(StandardCharsets.UTF_8),
            file,
            "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        request(target)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
            .build());
  }

  private HttpRequest.Builder request(String target, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private Answer send(HttpRequest request) {
    HttpResponse<String> response;
    try {
      response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    for (String line : response.headers().allValues("Set-Cookie")) {
      String pair = line.substring(0, line.indexOf(';'));
      String name = pair.substring(0, pair.indexOf('='));
      if (line.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, pair.substring(pair.indexOf('=') + 1));
      }
    }
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
