package dev.qorpus.web.json;

/** Numbers for people. */
final class Rounded {

    private Rounded() {}

    static double to(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
