package io.kstash.app;

/** A picocli command that {@link AppMain} can run: its options are set before {@link #run} is called. */
@FunctionalInterface
public interface AppCommand {
    /**
     * Does the work and returns when it is done or when {@link AppContext#stop()} asks for it.
     *
     * @return one of {@link ExitCode}
     * @throws AppException for what the user can act on; its message is printed as it is
     * @throws Exception for anything else, which ends the app with {@link ExitCode#FAILED}
     */
    int run(AppContext app) throws Exception;
}
