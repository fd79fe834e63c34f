// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.plot;

import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.report.internal.insight.EpochMeans;
import dev.nn4j.report.internal.svg.TextAnchor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** One chart of the picture: curves over the epochs. */
final class Panel {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final int LEFT = 76;
    private static final int RIGHT = 24;
    private static final int TOP = 52;
    private static final int BOTTOM = 96;

    /** Up to here single epochs are marked. */
    private static final int FEW_EPOCHS = 25;

    private static final int TICKS = 5;
    private static final int EPOCH_TICKS = 8;
    /** How much of its colour a curve has that is one of several: of 255. */
    private static final int FAINT = 90;

    private static final Color INK = new Color(0x1B1F24);
    private static final Color QUIET = new Color(0x59636E);
    private static final Pen GRID = Pen.of(new Color(0xDDE1E6), 1);
    private static final Pen BEST = new Pen(QUIET, 1.5, true);

    private record Curve(String name, Color color, double width, boolean named, SortedMap<Integer, Double> points) {}

    private final String title;
    private final String axis;
    private final AxisScale scale;
    private final List<List<EpochRecord>> histories;
    private final OptionalInt best;
    private final List<Curve> curves = new ArrayList<>();

    Panel(String title, String axis, AxisScale scale, List<List<EpochRecord>> histories, OptionalInt best) {
        this.title = title;
        this.axis = axis;
        this.scale = scale;
        this.histories = histories;
        this.best = best;
    }

    /** Adds a curve of the epochs that have a value, of several trainings that of each, faintly, and their mean; none, no curve. */
    Panel curve(String name, Color color, Function<EpochRecord, OptionalDouble> value) {
        if (histories.size() > 1) {
            Color faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
            histories.forEach(one -> add(new Curve(name, faint, 1, false, EpochMeans.of(List.of(one), value))));
        }
        String shown = histories.size() == 1 ? name : name + ", mean";
        add(new Curve(shown, color, 2, true, EpochMeans.of(histories, value)));
        return this;
    }

    private void add(Curve curve) {
        if (!curve.points().isEmpty()) {
            curves.add(curve);
        }
    }

    private int epochs() {
        return histories.stream().mapToInt(List::size).max().orElse(0);
    }

    private DoubleStream values() {
        return curves.stream()
                .flatMapToDouble(curve -> curve.points().values().stream().mapToDouble(scale::of));
    }

    /** Draws it, this far from the left. */
    void draw(Canvas canvas, int from) {
        Ticks ticks = Ticks.between(values().min().orElse(0), values().max().orElse(1), TICKS);
        int last = Math.max(2, epochs());
        int width = WIDTH - LEFT - RIGHT;
        Frame frame = new Frame(from + LEFT, TOP, width, HEIGHT - TOP - BOTTOM, 1, last, ticks);
        canvas.text(title, from + LEFT + width / 2.0, TOP - 22, new Lettering(16, true, TextAnchor.MIDDLE, INK));
        axes(canvas, frame, from);
        best.ifPresent(epoch -> best(canvas, frame, epoch));
        curves.forEach(curve -> draw(canvas, frame, curve));
        legend(canvas, frame);
    }

    private void axes(Canvas canvas, Frame frame, int from) {
        Ticks epochs = Ticks.whole(frame.firstEpoch(), frame.lastEpoch(), EPOCH_TICKS);
        for (double epoch : epochs.values()) {
            double x = frame.x(epoch);
            canvas.line(new double[] {x, x}, new double[] {frame.top(), frame.bottom()}, GRID);
            canvas.text(epochs.text(epoch), x, frame.bottom() + 20, Lettering.plain(12, TextAnchor.MIDDLE, QUIET));
        }
        for (double value : frame.ticks().values()) {
            double y = frame.y(value);
            canvas.line(new double[] {frame.left(), frame.right()}, new double[] {y, y}, GRID);
            canvas.text(frame.ticks().text(value), frame.left() - 8, y + 4, Lettering.plain(12, TextAnchor.END, QUIET));
        }
        Lettering name = Lettering.plain(13, TextAnchor.MIDDLE, INK);
        canvas.text("epoch", frame.left() + frame.width() / 2, frame.bottom() + 44, name);
        canvas.upwards(scale.title(axis), from + 18, frame.top() + frame.height() / 2, name);
    }

    private static void best(Canvas canvas, Frame frame, int epoch) {
        double x = frame.x(epoch);
        canvas.line(new double[] {x, x}, new double[] {frame.top(), frame.bottom()}, BEST);
        boolean late = x > frame.left() + frame.width() / 2;
        Lettering lettering = Lettering.plain(12, late ? TextAnchor.END : TextAnchor.START, QUIET);
        canvas.text("best epoch " + epoch, late ? x - 6 : x + 6, frame.top() - 5, lettering);
    }

    private void draw(Canvas canvas, Frame frame, Curve curve) {
        Pen pen = Pen.of(curve.color(), curve.width());
        double[] xs = curve.points().keySet().stream().mapToDouble(frame::x).toArray();
        double[] ys = curve.points().values().stream()
                .mapToDouble(scale::of)
                .map(frame::y)
                .toArray();
        canvas.line(xs, ys, pen);
        if (curve.named() && epochs() <= FEW_EPOCHS) {
            for (int i = 0; i < xs.length; i++) {
                canvas.mark(xs[i], ys[i], 3, pen);
            }
        }
    }

    private void legend(Canvas canvas, Frame frame) {
        Lettering lettering = Lettering.plain(13, TextAnchor.START, INK);
        List<Curve> named = curves.stream().filter(Curve::named).toList();
        double all = named.stream()
                .mapToDouble(curve -> canvas.width(curve.name(), lettering) + 56)
                .sum();
        double x = frame.left() + (frame.width() - all + 20) / 2;
        double y = frame.bottom() + 76;
        for (Curve curve : named) {
            canvas.line(new double[] {x, x + 28}, new double[] {y - 4, y - 4}, Pen.of(curve.color(), 2));
            canvas.text(curve.name(), x + 36, y, lettering);
            x += canvas.width(curve.name(), lettering) + 56;
        }
    }
}
