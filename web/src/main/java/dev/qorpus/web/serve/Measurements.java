package dev.qorpus.web.serve;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import io.javalin.http.Handler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.qorpus.search.result.Results;
import dev.qorpus.search.result.StageTimings;
import dev.qorpus.web.json.state.ProcessView;
import dev.qorpus.web.json.state.StatusView;

/** Metrics of requests and of the program, for the status and for Prometheus. */
public final class Measurements implements AutoCloseable {

    /** The media type of Prometheus's text format. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String REQUESTS = "qorpus.http.requests";
    private static final String RESPONSES = "qorpus.http.responses";
    private static final String STAGES = "qorpus.search.stage";
    private static final String RESULTS = "qorpus.search.results";
    private static final String ROUTE = "route";
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.99;
    /** Percentiles cover the last minutes, because a mean since the start hides recent changes. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Strong references to objects that are measured: the registry holds them weakly. */
    private final List<DoubleSupplier> counted = new CopyOnWriteArrayList<>();

    private final Timer words = stage("words");
    private final Timer embedding = stage("embedding");
    private final Timer vectors = stage("vectors");
    private final Timer reranking = stage("reranking");
    private final Timer hits = stage("hits");

    public Measurements() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        Gauge.builder("process.resident.memory", () -> {
            Long resident = ProcessView.residentBytes();
            return resident == null ? Double.NaN : resident;
        }).baseUnit("bytes").description("Memory the process holds").register(registry);
    }

    /** Wraps a handler to count and time its requests by route. */
    public Handler timed(String route, Handler handler) {
        Timer timer = Timer.builder(REQUESTS).description("Requests answered").tag(ROUTE, route)
                .publishPercentiles(HALF, NEARLY_ALL).distributionStatisticExpiry(REMEMBERED).register(registry);
        return context -> {
            long began = System.nanoTime();
            try {
                handler.handle(context);
            } finally {
                timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        };
    }

    /** Counts a response. */
    public void countResponse(String route, int status) {
        Counter.builder(RESPONSES).description("Responses by their status").tag(ROUTE, route)
                .tag("status", Integer.toString(status)).register(registry).increment();
    }

    /** Counts a result, and the time of each stage. */
    public void countResults(Results results) {
        String answered = results.answered() ? "yes" : "no";
        Counter.builder(RESULTS).description("Results, by whether something here answers")
                .tag("answered", answered).tag("words_alone", results.lexicalOnly() ? "yes" : "no").register(registry)
                .increment();
        StageTimings stages = results.stages();
        record(words, stages.words());
        record(embedding, stages.embedding());
        record(vectors, stages.vectors());
        record(reranking, stages.reranking());
        record(hits, stages.hits());
    }

    private static void record(Timer stage, double millis) {
        stage.record((long) (millis * 1e6), TimeUnit.NANOSECONDS);
    }

    private Timer stage(String name) {
        return Timer.builder(STAGES).description("Where the time of a search goes").tag("stage", name)
                .publishPercentiles(HALF, NEARLY_ALL).distributionStatisticExpiry(REMEMBERED).register(registry);
    }

    /** Registers a gauge: a value that goes up and down. */
    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /** Registers a counter: a value that only grows. A kind that is not empty becomes a tag. */
    void counter(String name, String kind, String description, DoubleSupplier value) {
        counted.add(value);
        FunctionCounter.Builder<DoubleSupplier> counter = FunctionCounter
                .builder(name, value, DoubleSupplier::getAsDouble).description(description);
        (kind.isEmpty() ? counter : counter.tag("kind", kind)).register(registry);
    }

    /** The latencies of each route, the most used first. */
    public List<StatusView.Latency> latencies() {
        return registry.find(REQUESTS).timers().stream().filter(timer -> timer.count() > 0)
                .map(Measurements::latency)
                .sorted(Comparator.comparingLong(StatusView.Latency::count).reversed()
                        .thenComparing(StatusView.Latency::route))
                .toList();
    }

    private static StatusView.Latency latency(Timer timer) {
        double half = 0;
        double nearlyAll = 0;
        for (ValueAtPercentile value : timer.takeSnapshot().percentileValues()) {
            if (value.percentile() == HALF) {
                half = value.value(TimeUnit.MILLISECONDS);
            } else {
                nearlyAll = value.value(TimeUnit.MILLISECONDS);
            }
        }
        return new StatusView.Latency(String.valueOf(timer.getId().getTag(ROUTE)), timer.count(), half, nearlyAll,
                timer.max(TimeUnit.MILLISECONDS));
    }

    /** All metrics, in Prometheus's text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
