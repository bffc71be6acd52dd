// The fuzzer's door as LLVM's FuzzerMain.cpp calls it: the runtime's own `main` is not used, since SwiftPM links
// every program with one of its own.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *count, char ***arguments,
                        int (*target)(const uint8_t *bytes, size_t count));
