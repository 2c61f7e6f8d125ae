/* What all headers share: which symbols are seen, and the version of the binary interface. C and C++. */
#ifndef BEDING_VERSION_H
#define BEDING_VERSION_H

/** The binary interface of these headers. A program hands it over where it starts (load, compile), and a library of
 *  another version refuses. It goes up when a type or a function changes. */
#define BEDING_ABI 1

#define BEDING_API __attribute__((visibility("default")))
#define BEDING_HIDDEN __attribute__((visibility("hidden")))

/* Its number is also part of the C++ names, so that a program never runs with another one unnoticed. Programs need not
 * write it. Inside the library the names stand beside its own. */
#if defined(__cplusplus) && !defined(BEDING_INSIDE)
namespace beding {
namespace v1 {}
using namespace v1;
}  // namespace beding
#endif

#endif
