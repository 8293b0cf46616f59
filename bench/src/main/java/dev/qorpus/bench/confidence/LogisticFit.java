package dev.qorpus.bench.confidence;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/** Logistic regression by maximum likelihood, each group of examples with the same weight. */
final class LogisticFit {

    private static final int EVALUATIONS = 10_000;
    private static final double TOLERANCE = 1e-12;

    private LogisticFit() {}

    /**
     * An example.
     *
     * @param signs what the outcome is predicted from
     * @param offset what is added to the logit as it is
     * @param outcome what happened
     */
    @SuppressWarnings("ArrayRecordComponent") // A handful of figures, never compared.
    record Example(double[] signs, double offset, boolean outcome) {

        double logit(double[] weights) {
            return offset + IntStream.range(0, signs.length).mapToDouble(i -> weights[i] * signs[i]).sum();
        }
    }

    /** The weights of the signs. */
    static double[] of(List<List<Example>> groups, int signs) {
        ObjectiveFunction loss = new ObjectiveFunction(weights -> mean(groups,
                example -> Math.log1p(Math.exp(example.outcome() ? -example.logit(weights) : example.logit(weights)))));
        ObjectiveFunctionGradient gradient = new ObjectiveFunctionGradient(weights -> IntStream.range(0, signs)
                .mapToDouble(i -> mean(groups, example -> example.signs()[i]
                        * (1 / (1 + Math.exp(-example.logit(weights))) - (example.outcome() ? 1 : 0))))
                .toArray());
        return new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(TOLERANCE, TOLERANCE)).optimize(new MaxEval(EVALUATIONS), loss, gradient,
                        GoalType.MINIMIZE, new InitialGuess(new double[signs]))
                .getPoint();
    }

    private static double mean(List<List<Example>> groups, ToDoubleFunction<Example> figure) {
        return groups.stream().mapToDouble(group -> group.stream().mapToDouble(figure).average().orElse(0)).average()
                .orElse(0);
    }
}
