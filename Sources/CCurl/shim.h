#if !__has_include(<curl/curl.h>)
#error "libcurl is not there: install libcurl4-openssl-dev (Debian), or depend on apigen with traits: []"
#endif
#include <curl/curl.h>
#if LIBCURL_VERSION_NUM < 0x075000
#error "libcurl is older than 7.80: install a later one, or depend on apigen with traits: []"
#endif
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

// Swift cannot call functions with a variable number of arguments, so these do, one for each type of
// argument. Results are left out where only want of memory is a failure.

static inline void curl_easy_set_number(CURL *handle, CURLoption option, long value) {
  curl_easy_setopt(handle, option, value);
}

static inline void curl_easy_set_text(CURL *handle, CURLoption option, const char *value) {
  curl_easy_setopt(handle, option, value);
}

static inline void curl_easy_set_pointer(CURL *handle, CURLoption option, void *value) {
  curl_easy_setopt(handle, option, value);
}

static inline void curl_easy_set_headers(CURL *handle, struct curl_slist *headers) {
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

static inline void curl_easy_set_upload(CURL *handle, curl_off_t length) {
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, length);
}

// What the callbacks of a handle get as their last argument (the first, for the one that is called
// when a connection is there), and the handle keeps. The one that may fail is older than libcurl 7.80.
static inline CURLcode curl_easy_set_callbacks(
    CURL *handle, curl_prereq_callback begin, curl_read_callback read, curl_write_callback header,
    curl_write_callback write, void *owner) {
  curl_easy_setopt(handle, CURLOPT_PREREQDATA, owner);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
  curl_easy_setopt(handle, CURLOPT_READDATA, owner);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, owner);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, owner);
  curl_easy_setopt(handle, CURLOPT_PRIVATE, owner);
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, begin);
}

// The owner that `curl_easy_set_callbacks` was given.
static inline void *curl_easy_owner(CURL *handle) {
  void *owner = NULL;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &owner);
  return owner;
}

// Whether the request of a handle went out on a connection that another had been answered on.
static inline int curl_easy_reuses_connection(CURL *handle) {
  long connects = 0;
  return curl_easy_getinfo(handle, CURLINFO_NUM_CONNECTS, &connects) == CURLE_OK && connects == 0;
}

// What the callbacks get as their first argument, `owner` has to be there as long as the connections.
static inline void curl_easy_set_socket_callbacks(
    CURL *handle, curl_sockopt_callback opened, curl_closesocket_callback closed, void *owner) {
  curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, opened);
  curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, owner);
  curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, closed);
  curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, owner);
}

// Whether a socket has a port, and anything has come on it that was not read yet, or its end.
static inline int socket_has_input(curl_socket_t socket, int port) {
  struct sockaddr_storage address;
  socklen_t length = sizeof(address);
  char byte;
  // The port stands at the same place in addresses of both families.
  return getsockname(socket, (struct sockaddr *)&address, &length) == 0
      && ntohs(((struct sockaddr_in *)&address)->sin_port) == port
      && recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

// Whether a handle was answered in HTTP/2 or later.
static inline int curl_easy_has_streams(CURL *handle) {
  long version = 0;
  return curl_easy_getinfo(handle, CURLINFO_HTTP_VERSION, &version) == CURLE_OK
      && version >= CURL_HTTP_VERSION_2_0;
}

// Lets go of a handle whose host is still being looked up, and does not wait for that (7.87).
static inline void curl_easy_set_quick_exit(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#endif
}

static inline void curl_multi_set_number(CURLM *multi, CURLMoption option, long value) {
  curl_multi_setopt(multi, option, value);
}
