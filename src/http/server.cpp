// SPDX-License-Identifier: EUPL-1.2
// The one file that sees Boost. Each connection is served on a strand of its own: its functions never run at once.
#include "http/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_set>

#include "http/dispatcher.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 8192;
constexpr std::size_t kRecordBytes = 16384;             // of TLS
constexpr std::size_t kLingerBytes = 4'194'304;         // of a request that was refused
constexpr std::chrono::milliseconds kLinger{1000};      // a client that closes last gets its answer whole
constexpr std::chrono::milliseconds kAcceptAgain{100};  // after the system had no descriptor
constexpr std::chrono::milliseconds kStopPoll{10};
constexpr std::chrono::seconds kBeat{15};
constexpr std::size_t kDescriptorsKept = 64;  // for files and listening
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// Not the stream of Beast: that of Boost 1.74 reports a write of two buffers as done after the first.
using TlsStream = asio::ssl::stream<beast::tcp_stream>;

template <class Stream>
constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;

// What a connection asks of the server.
class Open {
 public:
  Open() = default;
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  virtual ~Open() = default;
  virtual void end_if_idle() = 0;  // from any thread
};

struct Shared {
  std::unique_ptr<Dispatcher> dispatcher;
  asio::thread_pool work;
  std::atomic<std::size_t> long_waiting{0};
  std::mutex lock;
  std::unordered_set<Open*> open;  // each takes itself out while it is destroyed

  Shared(std::unique_ptr<Dispatcher> given)
      : dispatcher(std::move(given)), work(std::max<std::size_t>(1, dispatcher->options().long_threads)) {}
  const Limits& limits() const { return dispatcher->options().limits; }
};

Address address_of(const asio::ip::address& address) {
  if (address.is_v6()) return address.to_v6().to_bytes();
  return asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes();
}

std::string chunk_of(std::string_view part) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string size;
  for (std::size_t rest = part.size(); rest > 0; rest /= 16) size.insert(size.begin(), kHex[rest % 16]);
  return size.append("\r\n").append(part).append("\r\n");
}

template <class Stream>
class Connection final : public Open, public std::enable_shared_from_this<Connection<Stream>> {
 public:
  template <class... Parts>
  Connection(Shared& shared, const Address& peer, Parts&&... parts)
      : shared_(shared), stream_(std::forward<Parts>(parts)...), timer_(stream_.get_executor()), peer_(peer) {
    ++metrics().connections;
    ++metrics().connections_all;
    const std::scoped_lock lock(shared_.lock);
    shared_.open.insert(this);
  }

  ~Connection() override {
    {
      const std::scoped_lock lock(shared_.lock);
      shared_.open.erase(this);
    }
    if (call_) --metrics().in_flight;
    --metrics().connections;
  }

  void start() {
    asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
      if constexpr (kIsTls<Stream>) {
        self->expires(self->limits().head);
        self->stream_.async_handshake(asio::ssl::stream_base::server, [self](error_code error) {
          if (!error) self->next();
        });
      } else {
        self->next();
      }
    });
  }

  // The caller holds the lock on `open`, so this is not destroyed; it may be about to be: then there is nothing to end.
  void end_if_idle() override {
    if (auto self = this->weak_from_this().lock())
      asio::post(stream_.get_executor(), [self = std::move(self)] {
        if (self->idle_) self->socket().close();
      });
  }

 private:
  const Limits& limits() const { return shared_.limits(); }
  Dispatcher& dispatcher() { return *shared_.dispatcher; }
  Metrics& metrics() { return shared_.dispatcher->metrics(); }
  beast::tcp_stream& socket() { return beast::get_lowest_layer(stream_); }
  void expires(std::chrono::milliseconds time) { socket().expires_after(time); }
  std::string_view bytes() const { return {static_cast<const char*>(buffer_.data().data()), buffer_.size()}; }

  // The next request, which may be in the buffer already.
  void next() {
    idle_ = buffer_.size() == 0;
    scanned_ = 0;
    if (idle_ && dispatcher().stopping()) return linger();
    expires(idle_ ? limits().idle : limits().head);
    look();
  }

  void look() {
    switch (scan_head(bytes(), scanned_)) {
      case Scan::kBad:
        return refuse({400, "head"});
      case Scan::kComplete:
        return take_head(bytes().substr(0, scanned_));
      case Scan::kMore:
        break;
    }
    if (buffer_.size() > limits().head_bytes) {
      const bool line = bytes().find('\n') != std::string_view::npos;
      return refuse(line ? Refusal{431, "head_too_large"} : Refusal{414, "target_too_long"});
    }
    stream_.async_read_some(buffer_.prepare(kReadBytes),
                            [self = this->shared_from_this()](error_code error, std::size_t count) {
                              if (error) return self->lost(error);
                              self->buffer_.commit(count);
                              if (std::exchange(self->idle_, false)) self->expires(self->limits().head);
                              self->look();
                            });
  }

  void take_head(std::string_view text) {
    auto head = parse_head(text, limits());
    if (!head) return refuse(head.error());
    chunked_ = head->chunked;
    body_bytes_ = head->body_bytes;
    header_count_ = head->headers.size();
    const bool body = chunked_ || body_bytes_ > 0, wants_continue = head->wants_continue;
    call_ = dispatcher().begin(std::move(*head), peer_, kIsTls<Stream>);
    ++metrics().in_flight;
    if (++served_ >= limits().requests_per_connection) call_->form.keep_alive = false;
    if (!body || call_->answer) {
      if (body) call_->form.keep_alive = false;  // the body is not read, so nothing after it can be
      buffer_.consume(scanned_);
      return respond({});
    }
    if (!wants_continue) return read_body();
    expires(limits().write);
    asio::async_write(stream_, asio::buffer(kContinue),
                      [self = this->shared_from_this()](error_code error, std::size_t) {
                        if (error) return self->lost(error);
                        self->read_body();
                      });
  }

  // The library reads head and body; it must have understood the same head as we did.
  void read_body() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(2 * limits().head_bytes));
    parser_->body_limit(limits().body_bytes);
    parser_->on_chunk_header(on_chunk_);
    expires(limits().body);
    beast::http::async_read(
        stream_, buffer_, *parser_,
        [self = this->shared_from_this()](error_code error, std::size_t) { self->take_body(error); });
  }

  void take_body(error_code error) {
    if (error == beast::http::error::body_limit) return refuse({413, "body_too_large"});
    if (error.category() == make_error_code(beast::http::error::bad_chunk).category() &&
        error != beast::http::error::partial_message && error != beast::http::error::end_of_stream)
      return refuse({400, "chunking"});
    if (error) return lost(error);
    const auto& message = parser_->get();
    const auto headers = static_cast<std::size_t>(std::distance(message.begin(), message.end()));
    const bool same_length = chunked_ || message.body().size() == body_bytes_;
    if (parser_->chunked() != chunked_ || !same_length || headers != header_count_) return refuse({400, "framing"});
    std::string body = std::move(parser_->get().body());
    parser_.reset();
    respond(std::move(body));
  }

  void respond(std::string body) {
    if (!dispatcher().is_long(*call_)) {
      reply_ = dispatcher().finish(*call_, std::move(body));
      return send();
    }
    if (shared_.long_waiting.fetch_add(1) >= limits().long_waiting) {
      --shared_.long_waiting;
      reply_ = dispatcher().busy(*call_);
      return send();
    }
    asio::post(shared_.work, [self = this->shared_from_this(), text = std::move(body)]() mutable {
      self->reply_ = self->dispatcher().finish(*self->call_, std::move(text));
      --self->shared_.long_waiting;
      asio::post(self->stream_.get_executor(), [self] { self->send(); });
    });
  }

  void send() {
    expires(limits().write);
    std::string_view payload = reply_.payload();
    if (kIsTls<Stream> && payload.size() <= kRecordBytes) {  // one record, one call
      reply_.head.append(payload);
      payload = {};
    }
    const std::array<asio::const_buffer, 2> parts{asio::buffer(reply_.head), asio::buffer(payload)};
    sent_ = reply_.head.size() + payload.size();
    asio::async_write(stream_, parts, [self = this->shared_from_this()](error_code error, std::size_t) {
      if (error) return self->lost(error);
      if (!self->reply_.stream || !self->reply_.has_payload) return self->finished();
      self->spoke_ = steady_clock::now();
      self->stream_part();
    });
  }

  void stream_part() {
    std::optional<std::string> part;
    try {
      if (!dispatcher().stopping()) part = reply_.stream->next();
    } catch (...) {  // as of a handler: the stream ends here, without its last chunk
      reply_.keep_alive = false;
      return finished();
    }
    const bool silent = part && part->empty();
    if (silent && steady_clock::now() - spoke_ < kBeat) return stream_later();
    if (silent) *part = reply_.beat;
    if (part && part->empty()) return stream_later();
    part_ = reply_.chunked ? chunk_of(part.value_or("")) : part.value_or("");
    if (!part && reply_.chunked) part_ = "0\r\n\r\n";
    expires(limits().write);
    sent_ += part_.size();
    asio::async_write(stream_, asio::buffer(part_),
                      [self = this->shared_from_this(), last = !part](error_code error, std::size_t) {
                        if (error) return self->lost(error);
                        if (last) return self->finished();
                        self->spoke_ = steady_clock::now();
                        self->stream_later();
                      });
  }

  void stream_later() {
    timer_.expires_after(reply_.stream->every);
    timer_.async_wait([self = this->shared_from_this()](error_code error) {
      if (!error) self->stream_part();
    });
  }

  // A refusal before there was a call is counted already.
  void settle() {
    if (!call_) return;
    dispatcher().record(*call_, reply_.status, sent_);
    call_.reset();
    --metrics().in_flight;
  }

  void finished() {
    const bool keep = reply_.keep_alive;
    settle();
    reply_ = {};
    if (keep) return next();
    linger();
  }

  // An answer to what was not understood. Nothing after it can be read, so the connection ends.
  void refuse(const Refusal& refusal) {
    idle_ = false;
    reply_ = dispatcher().refuse(refusal, call_ ? call_->form.secure : kIsTls<Stream>);
    if (call_)
      metrics().refused(refusal.reason);  // the call is logged when it is settled
    else
      dispatcher().record(refusal);
    send();
  }

  // The connection ended or was too slow in the midst of something.
  void lost(error_code error) {
    if (call_ && reply_.status != 0) {
      settle();
    } else if (!idle_ && error == beast::error::timeout) {
      dispatcher().record({408, "slow"});
    } else if (!idle_) {
      metrics().refused("cut");
    }
  }

  // Closing while bytes of the client are unread would take our answer from it: says so, and reads on for a while.
  void linger() {
    expires(kLinger);
    if constexpr (kIsTls<Stream>) {
      stream_.async_shutdown([self = this->shared_from_this()](error_code) { self->socket().close(); });
    } else {
      error_code ignored;
      socket().socket().shutdown(tcp::socket::shutdown_send, ignored);
      left_ = kLingerBytes;
      discard();
    }
  }

  void discard() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(kReadBytes),
                            [self = this->shared_from_this()](error_code error, std::size_t count) {
                              if (error || count > self->left_) return self->socket().close();
                              self->left_ -= count;
                              self->discard();
                            });
  }

  Shared& shared_;
  Stream stream_;
  asio::steady_timer timer_;
  Address peer_;
  beast::flat_buffer buffer_;
  std::optional<beast::http::request_parser<beast::http::string_body>> parser_;
  // Extensions of chunks have no use here, and readers differ on them.
  std::function<void(std::uint64_t, beast::string_view, error_code&)> on_chunk_ =
      [](std::uint64_t, beast::string_view extensions, error_code& error) {
        if (!extensions.empty()) error = beast::http::error::bad_chunk_extension;
      };
  std::optional<Call> call_;
  Reply reply_;
  std::string part_;  // of a stream, while it is written
  steady_clock::time_point spoke_{};
  std::size_t scanned_ = 0, served_ = 0, sent_ = 0, left_ = 0, header_count_ = 0;
  std::uint64_t body_bytes_ = 0;
  bool chunked_ = false, idle_ = true;
};

Fault wrong(std::string column, std::string value) {
  return {.code = FaultCode::kWrongUse, .column = std::move(column), .value = std::move(value)};
}

}  // namespace

class Server::Core {
 public:
  Core(std::unique_ptr<Dispatcher> dispatcher) : shared_(std::move(dispatcher)) {}

  Result<void> prepare() {
    rlimit descriptors{};
    most_ = shared_.limits().connections;
    if (getrlimit(RLIMIT_NOFILE, &descriptors) == 0 && descriptors.rlim_cur > 2 * kDescriptorsKept)
      most_ = std::min<std::size_t>(most_, descriptors.rlim_cur - kDescriptorsKept);
    if (const auto& tls = options().tls)
      if (auto read = read_tls(*tls); !read) return read;
    return listen();
  }

  void run(const std::stop_token& stop) {
    for (tcp::acceptor& acceptor : acceptors_) accept(acceptor);
    const std::stop_callback on_stop(stop, [this] { asio::post(io_, [this] { begin_stop(); }); });
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < std::max<std::size_t>(1, options().threads); ++i)
        threads.emplace_back([this] { serve(); });
    }
    shared_.work.stop();
    shared_.work.join();
  }

  std::uint16_t port() const { return port_; }
  Dispatcher& dispatcher() { return *shared_.dispatcher; }

 private:
  const ServerOptions& options() const { return shared_.dispatcher->options(); }

  Result<void> read_tls(const Tls& tls) {
    tls_.emplace(asio::ssl::context::tls_server);
    SSL_CTX* context = tls_->native_handle();
    SSL_CTX_set_min_proto_version(context, tls.also_1_2 ? TLS1_2_VERSION : TLS1_3_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    const auto unreadable = [](const std::filesystem::path& path) {
      return fail({.code = FaultCode::kFileUnreadable, .file = path.string()});
    };
    error_code error;
    tls_->use_certificate_chain_file(tls.certificate.string(), error);
    if (error) return unreadable(tls.certificate);
    tls_->use_private_key_file(tls.key.string(), asio::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(context) != 1) return unreadable(tls.key);
    return {};
  }

  Result<void> listen() {
    port_ = options().port;
    for (const std::string& text : options().addresses) {
      error_code error;
      const tcp::endpoint endpoint(asio::ip::make_address(text, error), port_);
      if (error) return fail(wrong("addresses", text));
      tcp::acceptor acceptor(asio::make_strand(io_));
      open_acceptor(acceptor, endpoint, error);
      const bool lacking = error == asio::error::address_family_not_supported ||
                           error == error_code(EADDRNOTAVAIL, boost::system::system_category());
      if (lacking) continue;
      if (error) return fail(wrong("port", std::to_string(port_)));
      port_ = acceptor.local_endpoint().port();
      acceptors_.push_back(std::move(acceptor));
    }
    if (acceptors_.empty()) return fail(wrong("addresses", ""));
    return {};
  }

  static void open_acceptor(tcp::acceptor& acceptor, const tcp::endpoint& endpoint, error_code& error) {
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
  }

  void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept(asio::make_strand(io_), [this, &acceptor](error_code error, tcp::socket socket) {
      if (dispatcher().stopping() || error == asio::error::operation_aborted) return;
      if (!error) {
        take(std::move(socket));
        return accept(acceptor);
      }
      auto timer = std::make_shared<asio::steady_timer>(acceptor.get_executor(), kAcceptAgain);
      timer->async_wait([this, &acceptor, timer](error_code) {
        if (!dispatcher().stopping()) accept(acceptor);
      });
    });
  }

  void take(tcp::socket socket) {
    error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) return;
    if (static_cast<std::size_t>(dispatcher().metrics().connections.load()) >= most_) {
      const Refusal full{503, "connections"};
      dispatcher().record(full);
      socket.non_blocking(true, error);
      const Reply reply = dispatcher().refuse(full, tls_.has_value());
      if (!tls_) socket.write_some(asio::buffer(reply.head + std::string(reply.payload())), error);
      return;
    }
    socket.set_option(tcp::no_delay(true), error);
    const Address address = address_of(peer.address());
    beast::tcp_stream stream(std::move(socket));
    if (tls_)
      std::make_shared<Connection<TlsStream>>(shared_, address, std::move(stream), *tls_)->start();
    else
      std::make_shared<Connection<beast::tcp_stream>>(shared_, address, std::move(stream))->start();
  }

  void serve() {
    for (bool again = true; again;) {
      again = false;
      try {
        io_.run();
      } catch (...) {  // no memory for one connection: the others go on
        again = true;
      }
    }
  }

  void begin_stop() {
    dispatcher().set_stopping();
    for (tcp::acceptor& acceptor : acceptors_)
      asio::post(acceptor.get_executor(), [&acceptor] {
        error_code ignored;
        acceptor.close(ignored);
      });
    {
      const std::scoped_lock lock(shared_.lock);
      for (Open* connection : shared_.open) connection->end_if_idle();
    }
    stop_timer_.emplace(io_);
    stop_at_ = steady_clock::now() + shared_.limits().shutdown;
    await_end();
  }

  void await_end() {
    if (dispatcher().metrics().connections.load() == 0) return;
    if (steady_clock::now() >= stop_at_) return io_.stop();
    stop_timer_->expires_after(kStopPoll);
    stop_timer_->async_wait([this](error_code) { await_end(); });
  }

  // What waits in io_ holds connections, and those look at what stands above it: it is destroyed first.
  Shared shared_;
  std::optional<asio::ssl::context> tls_;
  std::size_t most_ = 0;
  std::uint16_t port_ = 0;
  steady_clock::time_point stop_at_{};
  asio::io_context io_;
  std::optional<asio::steady_timer> stop_timer_;
  std::list<tcp::acceptor> acceptors_;
};

Result<Server> Server::open(ServerOptions options, std::vector<Route> routes) {
  auto dispatcher = Dispatcher::make(std::move(options), std::move(routes));
  if (!dispatcher) return fail(dispatcher.error());
  auto core = std::make_unique<Core>(std::move(*dispatcher));
  if (auto prepared = core->prepare(); !prepared) return fail(prepared.error());
  return Server(std::move(core));
}

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

void Server::run(std::stop_token stop) { core_->run(stop); }
std::uint16_t Server::port() const { return core_->port(); }
const std::vector<Route>& Server::routes() const { return core_->dispatcher().router().routes(); }
std::string Server::metrics() const { return core_->dispatcher().metrics().text(); }

}  // namespace passend::http
