/* The wall clock of one process, moved by the milliseconds that stand in the file $MOVED_CLOCK (8 bytes, native order).
   Only the wall clock: waits and timers use the monotonic one and stay as they are. libfaketime was tried first; with it
   .NET's sockets stood still for seconds at the start. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int (*real_gettime)(clockid_t, struct timespec *);
static volatile int64_t *moved;

__attribute__((constructor)) static void begin(void) {
    real_gettime = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    const char *path = getenv("MOVED_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *map = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (map != MAP_FAILED) moved = map;
}

int clock_gettime(clockid_t clock, struct timespec *to) {
    if (!real_gettime) begin();
    int result = real_gettime(clock, to);
    if (result == 0 && moved && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t by = *moved;
        to->tv_sec += by / 1000;
        to->tv_nsec += by % 1000 * 1000000;
        if (to->tv_nsec >= 1000000000) { to->tv_sec++; to->tv_nsec -= 1000000000; }
        if (to->tv_nsec < 0) { to->tv_sec--; to->tv_nsec += 1000000000; }
    }
    return result;
}

int gettimeofday(struct timeval *restrict to, void *restrict zone) {
    (void)zone;
    struct timespec now;
    int result = clock_gettime(CLOCK_REALTIME, &now);
    to->tv_sec = now.tv_sec;
    to->tv_usec = now.tv_nsec / 1000;
    return result;
}

time_t time(time_t *to) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (to) *to = now.tv_sec;
    return now.tv_sec;
}
