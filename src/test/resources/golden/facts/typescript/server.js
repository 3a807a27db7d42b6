const http = require('http');
const { parse, format: print } = require('./format');
const first = require('./list').first;

class Server extends http.Server {
  static #count = 0;

  constructor(port) {
    super();
    this.port = port;
    this.routes = [];
  }

  async *listen({ host = 'localhost' }, ...rest) {
    var url = parse(host + ':' + this.port);
    try {
      yield await first(this.routes)(url);
    } catch (error) {
      print?.(error.message);
    }
  }

  get [Symbol.toStringTag]() {
    return tag(this);
  }
}

const handlers = {
  get(request) {
    return request.url;
  },
  post: function (request) {
    return send(request);
  },
};

function start(port = 80) {
  let server, other;
  [server, other] = [new Server(port), null];
  ({ port } = server);
  server.listen(handlers)?.next();
  return () => server;
}

export default () => start();
