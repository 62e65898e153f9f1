package io.kstash.delivery.file;

import java.util.Arrays;

/** Reads {@code topic/partition/offset/index} from bytes, again and again without garbage. For one thread. */
final class SourceHeader {
    private byte[] bytes = {};
    private int partitionEnd;
    private long offset;
    private int index;

    /** Whether it was one; if not, the rest says nothing. */
    boolean read(byte[] header) {
        bytes = header;
        int indexStart = digitsStart(header.length);
        int offsetStart = digitsStart(indexStart - 1);
        partitionEnd = offsetStart - 1;
        if (partitionEnd < 1 || digitsStart(partitionEnd) < 2) {
            return false;
        }
        offset = number(offsetStart, indexStart - 1);
        long parsed = number(indexStart, header.length);
        index = (int) parsed;
        return offset >= 0 && parsed >= 0 && parsed == index;
    }

    /** Where the number begins that ends there, behind a slash; -1 if there is none. */
    private int digitsStart(int end) {
        int start = end;
        while (start > 0 && bytes[start - 1] >= '0' && bytes[start - 1] <= '9') {
            start--;
        }
        return start > 0 && start < end && bytes[start - 1] == '/' ? start : -1;
    }

    /** Below 0 if it is too large. */
    private long number(int start, int end) {
        if (end - start > 18) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    long offset() {
        return offset;
    }

    int index() {
        return index;
    }

    boolean hasPartition(byte[] topicAndPartition) {
        return Arrays.equals(bytes, 0, partitionEnd, topicAndPartition, 0, topicAndPartition.length);
    }

    /** {@code topic/partition}, copied. */
    byte[] partition() {
        return Arrays.copyOf(bytes, partitionEnd);
    }
}
