// SPDX-License-Identifier: EUPL-1.2
// Shows: TLS 1.3 in the program itself, 1.2 only when asked, HSTS with TLS only. The certificate is made here and dies
// with the test.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

namespace fs = std::filesystem;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

class TlsServer : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    root_ = ::mkdtemp(name);
    write_certificate();
  }
  void TearDown() override { fs::remove_all(root_); }

  // A new key, and a certificate that it signs itself.
  void write_certificate() const {
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Certificate certificate(X509_new(), X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    std::FILE* file = std::fopen((root_ / "key.pem").c_str(), "w");
    PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    file = std::fopen((root_ / "certificate.pem").c_str(), "w");
    PEM_write_X509(file, certificate.get());
    std::fclose(file);
  }

  ServerOptions options() const {
    ServerOptions options = for_tests();
    options.tls = Tls{.certificate = root_ / "certificate.pem", .key = root_ / "key.pem"};
    return options;
  }

  // All bytes of the answers to `request`, or nothing when the two find no common version of at most `most`.
  static std::string ask(std::uint16_t port, const std::string& request, int most = TLS1_3_VERSION) {
    const Context context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_max_proto_version(context.get(), most);
    std::unique_ptr<BIO, decltype(&BIO_free_all)> wire(BIO_new_ssl_connect(context.get()), BIO_free_all);
    BIO_set_conn_hostname(wire.get(), ("127.0.0.1:" + std::to_string(port)).c_str());
    if (BIO_do_connect(wire.get()) <= 0 || BIO_do_handshake(wire.get()) <= 0) return {};
    BIO_write(wire.get(), request.data(), static_cast<int>(request.size()));
    std::string all, buffer(16384, '\0');
    for (int count = 0; (count = BIO_read(wire.get(), buffer.data(), static_cast<int>(buffer.size()))) > 0;)
      all.append(buffer, 0, static_cast<std::size_t>(count));
    return all;
  }

  fs::path root_;
};

std::vector<Route> routes() {
  return {{.pattern = "/", .handler = [](const Request& request) { return text(request.secure ? "secure" : "plain"); }},
          {.pattern = "/long", .handler = [](const Request&) { return text(std::string(300'000, 'x')); }},
          {.method = Method::kPost, .pattern = "/echo", .handler = [](const Request& request) {
             return text(request.body);
           }}};
}

TEST_F(TlsServer, AnswersByTls13WithHsts) {
  const RunningServer server(options(), routes());
  const std::string all = ask(server.port(), get_text("/") + post_text("/echo", "body", "Connection: close\r\n"));
  EXPECT_NE(all.find("\r\n\r\nsecure"), std::string::npos) << all;
  EXPECT_TRUE(all.ends_with("body"));
  EXPECT_NE(all.find("Strict-Transport-Security: max-age=63072000\r\n"), std::string::npos);
  EXPECT_GT(ask(server.port(), get_text("/long", "Connection: close\r\n")).size(), 300'000u);
  const std::string refused = ask(server.port(), "bad\r\n\r\n");
  EXPECT_TRUE(refused.starts_with("HTTP/1.1 400")) << refused;
  EXPECT_NE(refused.find("Strict-Transport-Security"), std::string::npos);
}

TEST_F(TlsServer, SpeaksTls12OnlyWhenAsked) {
  const std::string request = get_text("/", "Connection: close\r\n");
  {
    const RunningServer server(options(), routes());
    EXPECT_EQ(ask(server.port(), request, TLS1_2_VERSION), "");
    EXPECT_NE(ask(server.port(), request), "");
  }
  ServerOptions older = options();
  older.tls->also_1_2 = true;
  const RunningServer server(older, routes());
  EXPECT_TRUE(ask(server.port(), request, TLS1_2_VERSION).ends_with("secure"));
  EXPECT_EQ(ask(server.port(), request, TLS1_1_VERSION), "");
}

TEST_F(TlsServer, OutlivesWhoeverSpeaksNoTlsAndStops) {
  ServerOptions quick = options();
  quick.limits.head = std::chrono::milliseconds(200);
  RunningServer server(quick, routes());
  Wire plain(server.port()), silent(server.port());
  plain.send(get_text("/"));
  EXPECT_EQ(plain.read_all().find("HTTP"), std::string::npos);
  EXPECT_TRUE(silent.closed());
  EXPECT_TRUE(ask(server.port(), get_text("/", "Connection: close\r\n")).ends_with("secure"));
  server.stop();
}

TEST_F(TlsServer, DoesNotOpenWithTheKeyOfAnother) {
  fs::copy(root_ / "key.pem", root_ / "other.pem");
  write_certificate();
  ServerOptions mixed = options();
  mixed.tls->key = root_ / "other.pem";
  EXPECT_EQ(Server::open(mixed, routes()).error()[0].code, FaultCode::kFileUnreadable);
}

}  // namespace
}  // namespace passend::http
