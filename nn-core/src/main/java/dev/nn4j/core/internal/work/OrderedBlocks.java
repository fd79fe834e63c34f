// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that are read one after the other, worked by several threads side by side, and handed over in order: to who takes
 * them, all is as on one thread. The calling thread alone reads, and works as well; the others begin with the second block,
 * so that a source that stops to think holds up none of those that it has given.
 *
 * @param <B> what is read
 * @param <T> what comes of it
 */
public final class OrderedBlocks<B, T> {
    /** So many for each thread may be between reading and handing over. */
    private static final int BLOCKS_OF_THREAD = 3;

    private final int threads;
    private final Cancellation cancellation;
    private final Supplier<? extends Function<? super B, ? extends T>> newWorker;
    private final BlocksInWork<B, T> blocks;
    private final List<Thread> helpers = new ArrayList<>();
    private boolean interrupted;

    /**
     * Gives blocks, to the calling thread alone.
     *
     * @param <B> what they are
     */
    public interface Blocks<B> {
        /** The next one; nothing at the end. */
        Optional<B> next() throws IOException;
    }

    /**
     * Takes what comes of blocks, in their order, of one thread at a time, whichever that is.
     *
     * @param <T> what comes of a block
     */
    public interface Taker<T> {
        /** Takes what came of the next block. */
        void take(T worked) throws IOException;

        /** Whether it takes more. If not, that is the end: what is wrong with the blocks behind is not told. */
        default boolean wantsMore() {
            return true;
        }
    }

    private OrderedBlocks(
            int threads,
            Cancellation cancellation,
            Supplier<? extends Function<? super B, ? extends T>> newWorker,
            Taker<? super T> taker) {
        this.threads = threads;
        this.cancellation = cancellation;
        this.newWorker = newWorker;
        this.blocks = new BlocksInWork<>(threads * BLOCKS_OF_THREAD, taker);
    }

    /**
     * Works all blocks, or until no more are wanted. Of faults that of the first block in order counts, whether it could not
     * be read, worked or taken: what came of those before it is taken, and nothing behind it. A cancellation comes before
     * all. No thread that was started is left.
     *
     * @param threads at most so many work, the calling one among them
     * @param newWorker makes what works the blocks of a thread, on that thread; what it gives is not its own any more
     */
    public static <B, T> void over(
            Blocks<? extends B> source,
            int threads,
            Cancellation cancellation,
            Supplier<? extends Function<? super B, ? extends T>> newWorker,
            Taker<? super T> taker)
            throws IOException {
        if (threads == 1) {
            alone(source, cancellation, newWorker.get(), taker);
        } else {
            new OrderedBlocks<B, T>(threads, cancellation, newWorker, taker).run(source);
        }
    }

    private static <B, T> void alone(
            Blocks<? extends B> source,
            Cancellation cancellation,
            Function<? super B, ? extends T> worker,
            Taker<? super T> taker)
            throws IOException {
        cancellation.check();
        for (Optional<? extends B> block = source.next(); block.isPresent(); block = source.next()) {
            cancellation.check();
            T worked = worker.apply(block.get());
            cancellation.check();
            taker.take(worked);
            if (!taker.wantsMore()) {
                return;
            }
        }
    }

    private void run(Blocks<? extends B> source) throws IOException {
        try {
            readAndWork(source, new Worker());
        } finally {
            end();
        }
    }

    private void readAndWork(Blocks<? extends B> source, Worker own) throws IOException {
        boolean first = true;
        while (!blocks.areOver()) {
            cancellation.check();
            if (blocks.wantMore()) {
                read(source);
                if (first) {
                    own.workOne();
                } else {
                    startHelper();
                }
                first = false;
            } else if (!own.workOne()) {
                awaitOthers();
            }
        }
        if (blocks.fault() != null) {
            cancellation.check();
            throw Thrown.asItIs(blocks.fault());
        }
    }

    /** What cannot be read is a fault at its place among the others. */
    private void read(Blocks<? extends B> source) {
        try {
            Optional<? extends B> block = source.next();
            if (block.isPresent()) {
                blocks.add(block.get());
            } else {
                blocks.end();
            }
        } catch (Throwable e) { // checked ones too: Kotlin, Scala and Lombok throw them undeclared
            blocks.addFault(e, cancellation);
        }
    }

    /** An interrupt that cancels nothing is kept for who comes later. */
    private void awaitOthers() {
        try {
            blocks.awaitChange();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.check();
            interrupted = true;
            Thread.interrupted(); // else this thread could not wait any more
        }
    }

    private void startHelper() {
        if (helpers.size() < threads - 1) {
            Thread helper = new Thread(new Worker()::workAll, "nn4j-block-worker-" + (helpers.size() + 1));
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
    }

    private void end() {
        blocks.stop();
        for (Thread helper : helpers) {
            interrupted |= Joining.isInterrupted(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one thread has. */
    private final class Worker {
        private @Nullable Function<? super B, ? extends T> work;

        /** Works a block that waits, if one does. */
        boolean workOne() {
            Optional<BlocksInWork.Piece<B, T>> piece = blocks.poll();
            piece.ifPresent(this::work);
            return piece.isPresent();
        }

        void workAll() {
            for (var piece = blocks.await(); piece.isPresent(); piece = blocks.await()) {
                work(piece.get());
            }
        }

        private void work(BlocksInWork.Piece<B, T> piece) {
            try {
                if (work == null) {
                    work = newWorker.get();
                }
                piece.worked(work.apply(piece.block()));
            } catch (Throwable e) { // checked ones too, as above
                piece.failed(e);
            }
            blocks.worked(piece, cancellation);
        }
    }
}
