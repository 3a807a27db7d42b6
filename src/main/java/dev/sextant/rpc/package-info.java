/**
 * The protocol: JSON-RPC 2.0 over WebSocket, from the text of a frame to the text of its answers.
 *
 * <p>Reading order: {@link dev.sextant.rpc.RpcMethod} and {@link dev.sextant.rpc.MethodGroup} (what
 * a method is), {@link dev.sextant.rpc.Arguments}, {@link dev.sextant.rpc.RpcError}, {@link
 * dev.sextant.rpc.RpcEngine}.
 *
 * <p><b>Invariants:</b> every request is answered exactly once, whoever races to finish it;
 * everything that waits has a bound in {@link dev.sextant.rpc.RpcSettings}; what is published about
 * a method is what requests are checked against; JSON is read and written as trees only, no class
 * is bound.
 *
 * <p><b>Threads:</b> event loops read small frames and run immediate methods; {@code rpc-parser}
 * threads read large frames, {@code rpc-worker} threads run methods, {@code rpc-timer} ends what is
 * late. Event loops never block.
 *
 * <p><b>Does not know</b> what a workspace or a graph is; its subpackage {@code method} does.
 */
@NullMarked
package dev.sextant.rpc;

import org.jspecify.annotations.NullMarked;
