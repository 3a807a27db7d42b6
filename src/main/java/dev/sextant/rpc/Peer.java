package dev.sextant.rpc;

import java.util.function.BooleanSupplier;

/**
 * The other end of a connection, as the engine drives it.
 *
 * <p><b>Threads:</b> thread-safe; no method blocks.
 */
interface Peer {
  /**
   * Hands {@code text} to the network; {@code done} is called once, when it has been taken or never
   * will be.
   */
  void send(String text, Runnable done);

  /**
   * Makes the reading of frames follow {@code wanted}, which is asked on one thread, so that of
   * several calls the latest answer holds.
   */
  void read(BooleanSupplier wanted);

  /**
   * Ends the connection with a close code; by force when the client does not take the close frame
   * soon.
   */
  void close(int code, String reason);
}
