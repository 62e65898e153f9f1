/** Seeded mutation of recorded cases: pipelines, events and payloads that nobody would write. */
@NullMarked
package io.kstash.fuzz;

import org.jspecify.annotations.NullMarked;
