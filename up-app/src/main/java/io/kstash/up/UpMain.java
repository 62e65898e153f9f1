package io.kstash.up;

import io.kstash.app.AppMain;

/** Starts {@code up}. */
public final class UpMain {
    private UpMain() {}

    public static void main(String[] args) {
        ChildProcesses children = new ChildProcesses();
        SecondInterrupt.install(children::killAll);
        System.exit(AppMain.run(new UpCommand(children), args));
    }
}
