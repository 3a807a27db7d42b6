package dev.sextant.rpc;

import java.util.ArrayList;
import java.util.List;

/**
 * One method of the protocol: everything that clients are told about it, and what runs.
 *
 * @param name its name on the wire
 * @param summary what it does, one sentence
 * @param parameters what it takes, beside {@code deadlineMs} that every method takes
 * @param result what it answers
 * @param errors the errors of its own, beside the standard ones
 * @param handler what runs
 */
public record RpcMethod(
    String name,
    String summary,
    Parameters parameters,
    ResultShape result,
    List<RpcErrorKind> errors,
    RpcHandler handler) {

  /** Copies the errors. */
  public RpcMethod {
    errors = List.copyOf(errors);
  }

  /** Starts the declaration of a method. */
  public static Declaration named(String name) {
    return new Declaration(name);
  }

  /**
   * A method being declared; ends with one of {@code blocking}, {@code asynchronous} and {@code
   * immediate}.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  public static final class Declaration {
    private final String name;
    private String summary = "";
    private Parameters parameters = Parameters.NONE;
    private ResultShape result = ResultShape.of("");
    private List<RpcErrorKind> errors = List.of();

    private Declaration(String name) {
      this.name = name;
    }

    /** What the method does, one sentence. */
    public Declaration summary(String text) {
      summary = text;
      return this;
    }

    /** Adds parameters after those already declared. */
    public Declaration takes(Parameters more) {
      parameters = parameters.and(more);
      return this;
    }

    /** Adds parameters after those already declared. */
    public Declaration takes(Parameter... more) {
      return takes(Parameters.of(more));
    }

    /** What the method answers. */
    public Declaration answers(ResultShape shape) {
      result = shape;
      return this;
    }

    /** Adds errors of the method's own after those already declared. */
    public Declaration fails(RpcErrorKind... kinds) {
      List<RpcErrorKind> more = new ArrayList<>(errors);
      more.addAll(List.of(kinds));
      errors = more;
      return this;
    }

    /** A method that may block a worker. */
    public RpcMethod blocking(RpcHandler.Body body) {
      return by(new RpcHandler.Blocking(body));
    }

    /** A method that waits without a thread. */
    public RpcMethod asynchronous(RpcHandler.Pipeline pipeline) {
      return by(new RpcHandler.Asynchronous(pipeline));
    }

    /** A method that is over at once. */
    public RpcMethod immediate(RpcHandler.Body body) {
      return by(new RpcHandler.Immediate(body));
    }

    /** A method run by {@code handler}. */
    public RpcMethod by(RpcHandler handler) {
      return new RpcMethod(name, summary, parameters, result, errors, handler);
    }
  }
}
