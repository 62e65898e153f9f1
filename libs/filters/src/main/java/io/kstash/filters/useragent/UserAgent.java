package io.kstash.filters.useragent;

/** What is known of who sent a request. */
record UserAgent(Software browser, Software system, String device) {}
