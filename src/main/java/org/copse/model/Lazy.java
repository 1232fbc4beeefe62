package org.copse.model;

import java.util.function.Supplier;

/** A value computed when first asked for, once, by whichever thread asks first. */
final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> source;
  private volatile T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  /** A value that is known already. */
  static <T> Lazy<T> of(T value) {
    Lazy<T> lazy = new Lazy<>(() -> value);
    lazy.value = value;
    return lazy;
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? compute() : known;
  }

  private synchronized T compute() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
