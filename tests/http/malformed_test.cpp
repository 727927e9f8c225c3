// SPDX-License-Identifier: EUPL-1.2
// Shows: at least 300 ambiguous or malformed requests are all refused with an error and the end of the connection, so
// that what follows is never read as a request; the same requests without their fault are answered.
#include <gtest/gtest.h>

#include <set>

#include "http/loopback.hpp"

namespace passend::http {
namespace {

struct Bad {
  std::string name;
  std::string bytes;
};

// A second request that must never be answered: it would be the smuggled one.
const std::string kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string head_with(std::string_view method, std::string_view target, std::string_view lines) {
  return std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n" + std::string(lines) + "\r\n";
}

std::string posted(std::string_view lines, std::string_view body) {
  return head_with("POST", "/echo", "Host: localhost\r\n" + std::string(lines)) + std::string(body);
}

void add_all(std::vector<Bad>& out, const std::string& kind, const std::vector<std::string>& requests) {
  for (const std::string& request : requests) out.push_back({kind + " " + std::to_string(out.size()), request});
}

// Two statements on the length of one body.
void framing(std::vector<Bad>& out) {
  const std::vector<std::string> lengths{"Content-Length: 5\r\n", "Content-Length: 0\r\n", "content-length: 5\r\n",
                                         "CONTENT-LENGTH: 6\r\n"};
  const std::vector<std::string> codings{
      "Transfer-Encoding: chunked\r\n",       "transfer-encoding: chunked\r\n",
      "Transfer-Encoding: Chunked\r\n",       "Transfer-Encoding: identity\r\n",
      "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
      "Transfer-Encoding:\tchunked\r\n"};
  std::vector<std::string> requests;
  for (const auto& length : lengths) {
    for (const auto& coding : codings) {
      requests.push_back(posted(length + coding, "0\r\n\r\n"));
      requests.push_back(posted(coding + length, "0\r\n\r\n"));
    }
    for (const auto& again : lengths) requests.push_back(posted(length + again, "hello"));
  }
  for (const auto& coding : codings)
    for (const auto& again : codings) requests.push_back(posted(coding + again, "0\r\n\r\n"));
  add_all(out, "framing", requests);
}

void lengths(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string value : {"+5",
                                  "-5",
                                  "0x5",
                                  "5,5",
                                  "5, 5",
                                  "5 5",
                                  "5;",
                                  "5.0",
                                  "05",
                                  "00",
                                  "five",
                                  "",
                                  "\"5\"",
                                  "5e0",
                                  "5\t5",
                                  "\v5",
                                  "5\x01",
                                  "\xC2\xB2",
                                  "18446744073709551621",
                                  "99999999999999999999999999",
                                  "5h",
                                  "#5",
                                  "5\\r"})
    requests.push_back(posted("Content-Length: " + value + "\r\n", "hello"));
  add_all(out, "length", requests);
}

void codings(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string value :
       {"identity", "gzip", "gzip, chunked", "chunked, gzip", "chunked, chunked", "xchunked", "chunkedx", "x chunked",
        "\"chunked\"", "chunked;q=1", ",chunked", "chunked,", "", "chun\tked",
        "\x0B"
        "chunked",
        "chunked\x0C", "cow", "deflate", "chunked\xA0"})
    requests.push_back(posted("Transfer-Encoding: " + value + "\r\n", "0\r\n\r\n"));
  add_all(out, "coding", requests);
}

void chunks(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string body : {"x\r\nhello\r\n0\r\n\r\n",
                                 "+5\r\nhello\r\n0\r\n\r\n",
                                 "-5\r\nhello\r\n0\r\n\r\n",
                                 "0x5\r\nhello\r\n0\r\n\r\n",
                                 " 5\r\nhello\r\n0\r\n\r\n",
                                 "5 \r\nhello\r\n0\r\n\r\n",
                                 "5\t\r\nhello\r\n0\r\n\r\n",
                                 "5\nhello\r\n0\r\n\r\n",
                                 "5\rhello\r\n0\r\n\r\n",
                                 "5\r\nhelloX0\r\n\r\n",
                                 "5\r\nhello\n0\r\n\r\n",
                                 "5\r\nhello!!\r\n0\r\n\r\n",
                                 "5;a=b\r\nhello\r\n0\r\n\r\n",
                                 "5;\r\nhello\r\n0\r\n\r\n",
                                 "5 ;a\r\nhello\r\n0\r\n\r\n",
                                 "5;a\n\r\nhello\r\n0\r\n\r\n",
                                 "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n",
                                 "10000000000000005\r\nhello\r\n0\r\n\r\n",
                                 "\r\nhello\r\n0\r\n\r\n",
                                 ";a\r\nhello\r\n0\r\n\r\n",
                                 "5\r\nhello\r\n0;a=b\r\n\r\n",
                                 "5\r\nhello\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n",
                                 "5\r\nhello\r\n0\r\nX-After: 1\r\n\r\n",
                                 "5\r\nhello\r\n0\r\n folded: 1\r\n\r\n",
                                 "5\r\nhello\r\n0\r\nHost : a\r\n\r\n",
                                 "5\r\nhello\r\n0 \r\n\r\n",
                                 "5,5\r\nhello\r\n0\r\n\r\n",
                                 "5.0\r\nhello\r\n0\r\n\r\n",
                                 "5\r\nhel\r\n0\r\n\r\n",
                                 "\xEF\xBC\x95\r\nhello\r\n0\r\n\r\n",
                                 "5\v\r\nhello\r\n0\r\n\r\n",
                                 "g\r\nhello\r\n0\r\n\r\n",
                                 "5\r\nhello\r\n-0\r\n\r\n",
                                 "5\r\nhello\r\n0x0\r\n\r\n",
                                 "5\r\nhello\r\n\r\n0\r\n\r\n",
                                 "6\r\nhello\r\n0\r\n\r\n"})
    requests.push_back(posted("Transfer-Encoding: chunked\r\n", body));
  add_all(out, "chunk", requests);
}

void header_lines(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string line : {"Content-Length : 5\r\n",
                                 " Content-Length: 5\r\n",
                                 "\tContent-Length: 5\r\n",
                                 "X: a\r\n b\r\n",
                                 "X: a\r\n\tb\r\n",
                                 "X: a\r\n \r\n",
                                 "No colon here\r\n",
                                 ": no name\r\n",
                                 "X Y: 1\r\n",
                                 "X\tY: 1\r\n",
                                 "X(): 1\r\n",
                                 "X@: 1\r\n",
                                 "X/Y: 1\r\n",
                                 "[X]: 1\r\n",
                                 "\"X\": 1\r\n",
                                 "X\xC3\xA9: 1\r\n",
                                 "X: a\nY: b\r\n",
                                 "X: a\rY: b\r\n",
                                 "X: a\x7F\r\n",
                                 "X: \x01\r\n",
                                 "X: a\x1B\r\n",
                                 "Content_Length: 5\r\n",
                                 "Transfer_Encoding: chunked\r\n",
                                 "Connection: Content-Length\r\n",
                                 "Connection: close, Host\r\n",
                                 "Connection: transfer-encoding\r\n",
                                 "Connection: a b\r\n",
                                 "Expect: 200-ok\r\n",
                                 "X: a\r\r\n",
                                 "X: a\n\r\n",
                                 "{X}: 1\r\n",
                                 "X;Y: 1\r\n",
                                 "X,Y: 1\r\n",
                                 "X=Y: 1\r\n",
                                 "X?: 1\r\n",
                                 "<X>: 1\r\n",
                                 "X\\Y: 1\r\n",
                                 "\x01X: 1\r\n",
                                 "X\x0B: 1\r\n",
                                 "Content-Encoding: gzip\r\n"})
    requests.push_back(posted(line + "Content-Length: 5\r\n", "hello"));
  using namespace std::string_literals;
  for (const std::string& line : {"X: a\0b\r\n"s, "X\0: a\r\n"s, "\0X: a\r\n"s, "X: a\0\r\n"s})
    requests.push_back(posted(line, ""));
  for (const std::string name : {"Content-Type: text/plain\r\n", "Cookie: a=b\r\n", "Authorization: Basic x\r\n",
                                 "Origin: http://localhost\r\n", "Sec-Fetch-Site: same-origin\r\n",
                                 "Expect: 100-continue\r\n", "X-Forwarded-Proto: https\r\n", "TE: trailers\r\n"})
    requests.push_back(posted(name + name, ""));
  add_all(out, "header", requests);
}

void hosts(std::vector<Bad>& out) {
  std::vector<std::string> requests{head_with("GET", "/", ""), head_with("GET", "/", "X: 1\r\n"),
                                    "GET / HTTP/1.0\r\n\r\n"};
  for (const std::string value : {"",
                                  "a b",
                                  "localhost localhost",
                                  "localhost,localhost",
                                  "user@localhost",
                                  "localhost:",
                                  "localhost:http",
                                  "localhost:123456",
                                  "localhost:-1",
                                  "localhost:80:80",
                                  "local/host",
                                  "local?host",
                                  "local#host",
                                  "[::1",
                                  "::1",
                                  "[zz]",
                                  "local%68ost",
                                  "localhost\\",
                                  "<localhost>",
                                  "local\thost",
                                  "http://localhost",
                                  "l\xC3\xB6kal",
                                  "localhost:8 0",
                                  "*"})
    requests.push_back(head_with("GET", "/", "Host: " + value + "\r\n"));
  for (const std::string twice : {"Host: localhost\r\nHost: localhost\r\n", "Host: localhost\r\nhost: other\r\n",
                                  "HOST: other\r\nHost: localhost\r\n", "Host: localhost\r\nX: 1\r\nHost:\r\n"})
    requests.push_back(head_with("GET", "/", twice));
  add_all(out, "host", requests);
}

void targets(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string target : {"",
                                   "x",
                                   "*",
                                   "localhost:80",
                                   "http://other/",
                                   "http://localhost@other/",
                                   "http://other:80/",
                                   "https://other/",
                                   "ftp://localhost/",
                                   "//localhost/",
                                   "///",
                                   "/a//b",
                                   "/..",
                                   "/../x",
                                   "/a/../b",
                                   "/a/..",
                                   "/./a",
                                   "/a/.",
                                   "/%2e%2e/x",
                                   "/%2E./x",
                                   "/.%2e/x",
                                   "/a/%2e",
                                   "/a%2fb",
                                   "/a%2Fb",
                                   "/a%5cb",
                                   "/a\\b",
                                   "/%",
                                   "/%4",
                                   "/%zz",
                                   "/%0g",
                                   "/%00",
                                   "/a%00b",
                                   "/%0a",
                                   "/%0d%0a",
                                   "/%09",
                                   "/%7f",
                                   "/%1b",
                                   "/%ff",
                                   "/%c0%af",
                                   "/%c0%ae%c0%ae",
                                   "/%e0%80%af",
                                   "/%ed%a0%80",
                                   "/%f8%80",
                                   "/%c3",
                                   "/a b",
                                   "/a\tb",
                                   "/\xC3\xA9",
                                   "/a#b",
                                   "/#",
                                   "/a<b",
                                   "/a>b",
                                   "/a\"b",
                                   "/a{b",
                                   "/a}b",
                                   "/a|b",
                                   "/a^b",
                                   "/a`b",
                                   "/[",
                                   "/]",
                                   "/?a=%",
                                   "/?a=%z1",
                                   "/?a=%00",
                                   "/?%00=a",
                                   "/?a=%ff",
                                   "/?a=%c0%80",
                                   "/?a=%0a",
                                   "/?a=%0d%0aX:1",
                                   "/?a=<b>",
                                   "/?a=\"",
                                   "/?a#b",
                                   "/?a=\xFF",
                                   "/?a=%u0041",
                                   "?a",
                                   "http://",
                                   "http://localhost:99999/"})
    requests.push_back(head_with("GET", target, "Host: localhost\r\n"));
  add_all(out, "target", requests);
}

void request_lines(std::vector<Bad>& out) {
  std::vector<std::string> requests;
  for (const std::string line : {"GET  / HTTP/1.1\r\n",
                                 "GET /  HTTP/1.1\r\n",
                                 " GET / HTTP/1.1\r\n",
                                 "GET\t/ HTTP/1.1\r\n",
                                 "GET /\tHTTP/1.1\r\n",
                                 "GET / HTTP/1.1 \r\n",
                                 "GET / HTTP/1.1\n",
                                 "GET / HTTP/1.1\r\r\n",
                                 "GET / http/1.1\r\n",
                                 "GET / HTTP/1.2\r\n",
                                 "GET / HTTP/2.0\r\n",
                                 "GET / HTTP/0.9\r\n",
                                 "GET / HTTP/11\r\n",
                                 "GET / HTTP/1.10\r\n",
                                 "GET / HTTP/01.1\r\n",
                                 "GET / HTTP/1,1\r\n",
                                 "GET / HTTP /1.1\r\n",
                                 "GET / HTTPS/1.1\r\n",
                                 "GET /\r\n",
                                 "GET\r\n",
                                 "get / HTTP/1.1\r\n",
                                 "Get / HTTP/1.1\r\n",
                                 "GET / / HTTP/1.1\r\n",
                                 "G@T / HTTP/1.1\r\n",
                                 "GE\x01T / HTTP/1.1\r\n",
                                 "BREW / HTTP/1.1\r\n",
                                 "TRACE / HTTP/1.1\r\n",
                                 "CONNECT localhost:80 HTTP/1.1\r\n",
                                 "\r\nGET / HTTP/1.1\r\n",
                                 "\nGET / HTTP/1.1\r\n",
                                 "\x16\x03\x01\x02",
                                 "PRI * HTTP/2.0\r\n",
                                 "GET / HTTP/1.1\v\r\n",
                                 "1GET / HTTP/1.1\r\n",
                                 "GET: / HTTP/1.1\r\n",
                                 "GET / HTTP/1.\r\n"})
    requests.push_back(line + "Host: localhost\r\n\r\n");
  for (const std::string method : {"GET", "HEAD", "OPTIONS"}) {
    requests.push_back(head_with(method, "/", "Host: localhost\r\nContent-Length: 5\r\n") + "hello");
    requests.push_back(head_with(method, "/", "Host: localhost\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n");
  }
  requests.push_back("POST /echo HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  add_all(out, "line", requests);
}

std::vector<Bad> all_bad() {
  std::vector<Bad> out;
  for (const auto add : {framing, lengths, codings, chunks, header_lines, hosts, targets, request_lines}) add(out);
  return out;
}

class Malformed : public testing::Test {
 protected:
  Malformed()
      : server_(for_tests(),
                {{.pattern = "/", .handler = [](const Request&) { return text("home"); }},
                 {.pattern = "/smuggled", .handler = [this](const Request&) { return ++smuggled_, text("smuggled"); }},
                 {.pattern = "/a/{b}", .handler = [](const Request& request) { return text(request.path); }},
                 {.method = Method::kPost, .pattern = "/echo", .handler = [](const Request& request) {
                    return text(request.body);
                  }}}) {}
  std::atomic<int> smuggled_{0};
  RunningServer server_;
};

TEST_F(Malformed, EveryOneIsRefusedAndEndsItsConnection) {
  const auto bad = all_bad();
  std::set<std::string> distinct;
  for (const Bad& one : bad) distinct.insert(one.bytes);
  EXPECT_GE(distinct.size(), 300u);
  EXPECT_EQ(distinct.size(), bad.size());
  for (const Bad& one : bad) {
    Wire wire(server_.port());
    wire.send(one.bytes + kSmuggled);
    const Answer answer = wire.read(one.bytes.starts_with("HEAD"));
    EXPECT_GE(answer.status, 400) << one.name << "\n" << one.bytes;
    EXPECT_LE(answer.status, 505) << one.name;
    EXPECT_EQ(answer.headers.get("connection"), "close") << one.name;
    EXPECT_EQ(answer.headers.get("x-content-type-options"), "nosniff") << one.name;
    EXPECT_EQ(wire.read_all().find("HTTP/1.1 200"), std::string::npos) << one.name;
  }
  EXPECT_EQ(smuggled_, 0);
  EXPECT_EQ(server_.get("/").status, 200);  // it goes on
}

TEST_F(Malformed, EveryOneIsRefusedWhenItComesByteByByteToo) {
  const auto bad = all_bad();
  for (std::size_t i = 0; i < bad.size(); i += 7) {
    Wire wire(server_.port());
    for (const char c : bad[i].bytes + kSmuggled) wire.send({&c, 1});
    EXPECT_GE(wire.read(bad[i].bytes.starts_with("HEAD")).status, 400) << bad[i].name << "\n" << bad[i].bytes;
  }
  EXPECT_EQ(smuggled_, 0);
}

TEST_F(Malformed, TheSameWithoutTheirFaultAreAnswered) {
  const std::vector<std::string> good{posted("Content-Length: 5\r\n", "hello"),
                                      posted("content-length:5\r\n", "hello"),
                                      posted("Content-Length: \t5 \r\n", "hello"),
                                      posted("Content-Length: 0\r\n", ""),
                                      posted("", ""),
                                      posted("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"),
                                      posted("transfer-encoding: Chunked\r\n", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
                                      posted("Transfer-Encoding: chunked\r\n", "005\r\nhello\r\n000\r\n\r\n"),
                                      posted("X: a b\tc\r\nY:\r\nX: again\r\n", ""),
                                      posted("X_Y: 1\r\nX.Y!#$%&'*+-^`|~: 1\r\nX: \xC3\xA9\r\n", ""),
                                      posted("Connection: keep-alive, Upgrade\r\n", ""),
                                      head_with("GET", "/", "Host: localhost:8080\r\n"),
                                      head_with("GET", "/", "Host: LOCALHOST\r\n"),
                                      head_with("GET", "/", "hOsT:127.0.0.1\r\n"),
                                      head_with("GET", "http://localhost/", "Host: localhost\r\n"),
                                      head_with("GET", "http://localhost", "Host: localhost\r\n"),
                                      head_with("GET", "https://LOCALHOST:80/?a", "Host: localhost:80\r\n"),
                                      head_with("GET", "/a/%C3%A9%20-._~!$&'()*+,;=:@", "Host: localhost\r\n"),
                                      head_with("GET", "/a/...", "Host: localhost\r\n"),
                                      head_with("GET", "/?a=1&b=x+y%20z&&c&d==&e[]={|}^`\\", "Host: localhost\r\n"),
                                      head_with("GET", "/?", "Host: localhost\r\nContent-Length: 0\r\n")};
  for (const std::string& one : good) {
    Wire wire(server_.port());
    wire.send(one + kSmuggled);
    EXPECT_EQ(wire.read().status, 200) << one;
    EXPECT_EQ(wire.read().body, "smuggled") << one;  // the next on the same connection is answered
  }
  EXPECT_EQ(smuggled_, static_cast<int>(good.size()));
  EXPECT_EQ(server_.ask("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").status, 200);
}

}  // namespace
}  // namespace passend::http
