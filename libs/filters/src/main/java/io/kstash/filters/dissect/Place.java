package io.kstash.filters.dissect;

/**
 * A place of a mapping that takes a part of the text.
 *
 * @param before the delimiter between the place before and this one; empty where there is none
 * @param padded whether that delimiter may be repeated
 */
record Place(String before, boolean padded) {}
