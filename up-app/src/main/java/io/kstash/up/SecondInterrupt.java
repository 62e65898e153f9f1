package io.kstash.up;

import io.kstash.app.ExitCode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C begins a clean stop, which takes some seconds; a second one ends everything now. The JVM's own handler would ignore
 * the second.
 */
final class SecondInterrupt {
    private SecondInterrupt() {}

    /** @param emergency what to do before this process ends at once */
    static void install(Runnable emergency) {
        AtomicBoolean interrupted = new AtomicBoolean();
        handleInterrupt(() -> {
            if (interrupted.compareAndSet(false, true)) {
                Runtime.getRuntime().exit(ExitCode.OK);
            } else {
                emergency.run();
                Runtime.getRuntime().halt(ExitCode.FAILED);
            }
        });
    }

    /** By reflection, because the compiler warns of {@code sun.misc.Signal}, and Java has nothing else. */
    private static void handleInterrupt(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler handle = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, handle);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java cannot handle Ctrl-C", e);
        }
    }
}
