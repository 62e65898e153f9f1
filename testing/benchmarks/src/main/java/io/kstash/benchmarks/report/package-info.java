/** What came out, as Markdown and as a picture. */
@NullMarked
package io.kstash.benchmarks.report;

import org.jspecify.annotations.NullMarked;
