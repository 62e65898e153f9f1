package io.kstash.filters.csv;

/** Which rows and values are not taken as they are: see the options of these names. */
record RowHandling(
        boolean autodetectColumnNames, boolean skipHeader, boolean skipEmptyColumns, boolean skipEmptyRows) {}
