package io.kstash.console;

import io.kstash.app.AppMain;

/** Starts {@code console}. */
public final class ConsoleMain {
    private ConsoleMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new ConsoleCommand(), args));
    }
}
