package dev.qorpus.web.json;

/** Numbers for people. */
public final class Rounded {

    private Rounded() {}

    public static double to(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
