/** The records of a topic: pages, searches, single records, and those that come in. */
@NullMarked
package io.kstash.console.records;

import org.jspecify.annotations.NullMarked;
