/**
 * The edge of the house: one Jetty server with its limits, the gate that stands before the engine, the rules for
 * hosts and clients, forms and their proofs, assets, problem pages, and the bridge to JAX-RS. Other rooms see
 * {@link org.quillbox.base.http.Inbound} and {@link org.quillbox.base.http.Reply}, never the server; only
 * {@code base.pages} sits on Jetty as well, in the slot before everything that blocks. Owns no table and knows no
 * post: who is signed in and which hosts a site has is told from outside.
 */
@NullMarked
package org.quillbox.base.http;

import org.jspecify.annotations.NullMarked;
