/** The syslog_pri filter: a syslog priority becomes facility and severity. */
@NullMarked
package io.kstash.filters.syslogpri;

import org.jspecify.annotations.NullMarked;
