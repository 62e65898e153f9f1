package io.kstash.benchmarks.peer;

import io.kstash.app.AppMain;
import picocli.CommandLine.Command;

/** Starts a peer, each a command of its own. */
@Command(
        name = "peer",
        description = "Moves records and does nothing else, for comparison.",
        subcommands = {RawToFile.class, RawToTopic.class, StreamsPassthrough.class})
public final class PeerMain {
    private PeerMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new PeerMain(), args));
    }
}
