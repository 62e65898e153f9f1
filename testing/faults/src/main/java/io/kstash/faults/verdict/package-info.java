/**
 * Whether each record came out exactly once and in order: counted from what the input topic holds, without the
 * transformer's own accounts.
 */
@NullMarked
package io.kstash.faults.verdict;

import org.jspecify.annotations.NullMarked;
