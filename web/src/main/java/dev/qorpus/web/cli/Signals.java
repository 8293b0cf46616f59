package dev.qorpus.web.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

import dev.qorpus.web.cli.text.Console;

/**
 * Handles Ctrl-C and the signals of service managers. Shutdown hooks are unsuitable: they run at the same time as
 * that of ONNX Runtime, which frees its environment while it may be in use.
 */
final class Signals {

    private Signals() {}

    /**
     * Exits at once, with one line. The published index is always whole, so no cleanup is needed. Waiting for the
     * current batch would take too long after Ctrl-C.
     */
    static void exitAtOnce(Console console) {
        onEnd(number -> {
            if (console.terminal().errors() && !console.quiet()) {
                console.standardError().println();
            }
            console.error("interrupted; the index is as it was last published. What was embedded until now is kept: "
                    + "the next run goes on from there");
            Runtime.getRuntime().halt(128 + number);
        });
    }

    /**
     * Calls a handler with the signal's number instead of exiting. Uses reflection, because the compiler warns about
     * the class, which every JDK has.
     */
    static void onEnd(IntConsumer handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object adapter = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[]{type},
                    (proxy, method, arguments) -> {
                        handler.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                        return null;
                    });
            for (String name : List.of("INT", "TERM")) {
                signal.getMethod("handle", signal, type).invoke(null, signal.getConstructor(String.class)
                        .newInstance(name), adapter);
            }
        } catch (ReflectiveOperationException e) {
            System.getLogger(Signals.class.getName()).log(System.Logger.Level.DEBUG, "signals end the JVM", e);
        }
    }
}
