package io.kstash.filters.kv;

/** The parsing of an event took too long, though no single search did. */
final class DeadlineException extends RuntimeException {}
