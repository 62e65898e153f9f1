package io.kstash.benchmarks;

import io.kstash.app.AppMain;

/** Starts {@code bench}. */
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new BenchCommand(), args));
    }
}
