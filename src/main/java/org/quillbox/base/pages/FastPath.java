package org.quillbox.base.pages;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers guests from the page store on the thread that read the request: look up, compare, write. Anything
 * else, and any doubt, goes to the handler behind it, on a thread of its own.
 */
public final class FastPath extends Handler.Wrapper {
  private final Predicate<@Nullable String> hostAccepted;
  private final BooleanSupplier open;
  private final LongAdder hits = new LongAdder();
  private volatile @Nullable Pages pages;

  /**
   * @param hostAccepted whether readers may be served under a Host header
   * @param open whether the site answers readers at all
   */
  public FastPath(Predicate<@Nullable String> hostAccepted, BooleanSupplier open) {
    this.hostAccepted = hostAccepted;
    this.open = open;
  }

  /** The page store, once the engine is up. */
  public void serve(Pages store) {
    pages = store;
  }

  /** Requests answered here since the start. */
  public long hits() {
    return hits.sum();
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Rendered page = hit(request);
    if (page == null) {
      return super.handle(request, response, callback);
    }
    hits.increment();
    HttpFields.Mutable out = response.getHeaders();
    HttpField[] fields = page.fields();
    for (HttpField field : fields) {
      out.add(field);
    }
    if (page.status() == 200
        && page.gzipTag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      out.remove(HttpHeader.CONTENT_ENCODING);
      out.remove(HttpHeader.CONTENT_TYPE);
      response.write(true, null, callback);
      return true;
    }
    response.setStatus(page.status());
    ByteBuffer body = page.gzip().slice();
    out.put(HttpHeader.CONTENT_LENGTH, body.remaining());
    response.write(true, HttpMethod.HEAD.is(request.getMethod()) ? null : body, callback);
    return true;
  }

  private @Nullable Rendered hit(Request request) {
    Pages store = pages;
    String method = request.getMethod();
    if (store == null || !(method.equals("GET") || method.equals("HEAD")) || !open.getAsBoolean()) {
      return null;
    }
    String host = null;
    boolean gzip = false;
    for (HttpField field : request.getHeaders()) {
      HttpHeader header = field.getHeader();
      if (header == null) {
        continue;
      }
      switch (header) {
        case HOST -> host = field.getValue();
        case ACCEPT_ENCODING -> gzip = field.contains("gzip");
        case COOKIE -> {
          if (isOurs(field.getValue())) {
            return null;
          }
        }
        case RANGE, TRANSFER_ENCODING -> {
          return null;
        }
        default -> {}
      }
    }
    if (!gzip || !hostAccepted.test(host)) {
      return null;
    }
    Optional<Rendered> found = store.hit(request.getHttpURI().getPathQuery(), null);
    return found.isPresent() && found.get().isPlain() ? found.get() : null;
  }

  /** Cookies that change what somebody sees: session, open forms, words of protected posts. */
  private static boolean isOurs(@Nullable String cookies) {
    return cookies != null
        && (cookies.contains("qb")
            || cookies.contains("wp-postpass")
            || cookies.contains("comment_author"));
  }
}
