package io.kstash.faults;

import io.kstash.app.AppMain;

/** Starts {@code faults}. */
public final class FaultsMain {
    private FaultsMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new FaultsCommand(), args));
    }
}
