package io.kstash.consumer;

import io.kstash.app.AppMain;

/** Starts {@code consumer}. */
public final class ConsumerMain {
    private ConsumerMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new ConsumerCommand(), args));
    }
}
