package org.quillbox.base.store;

/**
 * What is done inside a transaction. It may be run again after a deadlock, a lock time-out or a unique
 * conflict, so it touches nothing but the database and decides from what it reads there.
 */
@FunctionalInterface
public interface Work<T> {
  T run(Tx tx);
}
