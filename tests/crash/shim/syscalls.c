/* Stands between a process and the C library (LD_PRELOAD), and counts, kills or fails the calls that change files beneath one directory.

   CRASH_ROOT  the directory; calls that concern anything else go through untouched
   CRASH_AT    the number of the call, from 1, that something happens to; 0 only counts
   CRASH_HOW   kill  the process dies before the call
               torn  half of the call's bytes are written, then the process dies (only calls that write bytes)
               EIO, ENOSPC  this call fails
               full  this and every later call that needs room fails with ENOSPC
   CRASH_LOG   a file outside of the directory that gets a line for each call: number, call, file

   Counting begins when the process removes CRASH_ROOT/.begin, which need not be there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NEEDS_ROOM = 1, HAS_BYTES = 2 };

static const char *root, *how;
static size_t root_length;
static long at;
static int log_file = -1;
static atomic_int armed;
static atomic_long count;

__attribute__((constructor)) static void begin(void)
{
    const char *text = getenv("CRASH_LOG");
    root = getenv("CRASH_ROOT");
    root_length = root ? strlen(root) : 0;
    how = getenv("CRASH_HOW") ? getenv("CRASH_HOW") : "";
    at = getenv("CRASH_AT") ? atol(getenv("CRASH_AT")) : 0;
    if (text)
        log_file = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path)
{
    return root && path && strncmp(path, root, root_length) == 0 && path[root_length] == '/';
}

static void die(void)
{
    syscall(SYS_kill, (long)getpid(), (long)SIGKILL);
    for (;;)
        pause();
}

/* 0: go on. -1: fail with errno. 1: write half and die. */
static int meet(const char *call, const char *path, int kind)
{
    if (!atomic_load(&armed) || !is_ours(path))
        return 0;

    long number = atomic_fetch_add(&count, 1) + 1;
    if (log_file >= 0) {
        char line[600];
        int length = snprintf(line, sizeof line, "%ld %s %d %s\n", number, call, kind, path + root_length + 1);
        syscall(SYS_write, log_file, line, (size_t)length);
    }

    if (at == 0 || number < at)
        return 0;
    if (number > at && !(strcmp(how, "full") == 0 && (kind & NEEDS_ROOM)))
        return 0;
    if (strcmp(how, "kill") == 0)
        die();
    if (strcmp(how, "torn") == 0) {
        if (kind & HAS_BYTES)
            return 1;
        die();
    }
    if (strcmp(how, "full") == 0 && !(kind & NEEDS_ROOM))
        return 0;
    errno = strcmp(how, "EIO") == 0 ? EIO : ENOSPC;
    return -1;
}

static int meet_open(const char *call, int file, int kind)
{
    char link[40], path[512];
    if (!atomic_load(&armed))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return meet(call, path, kind);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Opening changes something when it makes or empties a file. */
#define OPENING(name)                                                            \
    int name(const char *path, int flags, ...)                                   \
    {                                                                            \
        mode_t mode = 0;                                                         \
        if (flags & (O_CREAT | O_TMPFILE)) {                                     \
            va_list list;                                                        \
            va_start(list, flags);                                               \
            mode = va_arg(list, mode_t);                                         \
            va_end(list);                                                        \
        }                                                                        \
        if ((flags & (O_CREAT | O_TRUNC)) && meet("open", path, NEEDS_ROOM) < 0) \
            return -1;                                                           \
        return NEXT(name)(path, flags, mode);                                    \
    }
OPENING(open)
OPENING(open64)

#define WRITING(name, parameters, arguments, half)                        \
    ssize_t name parameters                                               \
    {                                                                     \
        int met = meet_open("write", file, NEEDS_ROOM | HAS_BYTES);       \
        if (met < 0)                                                      \
            return -1;                                                    \
        if (met > 0) {                                                    \
            (void)!NEXT(name) half;                                       \
            die();                                                        \
        }                                                                 \
        return NEXT(name) arguments;                                      \
    }
WRITING(write, (int file, const void *bytes, size_t length), (file, bytes, length), (file, bytes, length / 2))
WRITING(pwrite, (int file, const void *bytes, size_t length, off_t offset), (file, bytes, length, offset), (file, bytes, length / 2, offset))
WRITING(pwrite64, (int file, const void *bytes, size_t length, off64_t offset), (file, bytes, length, offset), (file, bytes, length / 2, offset))
WRITING(writev, (int file, const struct iovec *parts, int length), (file, parts, length), (file, parts, length / 2))
WRITING(pwritev, (int file, const struct iovec *parts, int length, off_t offset), (file, parts, length, offset), (file, parts, length / 2, offset))
WRITING(pwritev64, (int file, const struct iovec *parts, int length, off64_t offset), (file, parts, length, offset), (file, parts, length / 2, offset))
WRITING(copy_file_range, (int in, off64_t *from, int file, off64_t *to, size_t length, unsigned flags), (in, from, file, to, length, flags), (in, from, file, to, length / 2, flags))

#define ON_FILE(name, call, kind, parameters, arguments)     \
    int name parameters                                      \
    {                                                        \
        if (meet_open(call, file, kind) < 0)                 \
            return -1;                                       \
        return NEXT(name) arguments;                         \
    }
ON_FILE(fsync, "fsync", 0, (int file), (file))
ON_FILE(fdatasync, "fsync", 0, (int file), (file))
ON_FILE(ftruncate, "truncate", 0, (int file, off_t length), (file, length))
ON_FILE(ftruncate64, "truncate", 0, (int file, off64_t length), (file, length))
ON_FILE(fallocate, "allocate", NEEDS_ROOM, (int file, int mode, off_t offset, off_t length), (file, mode, offset, length))
ON_FILE(fallocate64, "allocate", NEEDS_ROOM, (int file, int mode, off64_t offset, off64_t length), (file, mode, offset, length))
ON_FILE(fchmod, "chmod", 0, (int file, mode_t mode), (file, mode))

/* These return what has gone wrong. */
int posix_fallocate(int file, off_t offset, off_t length)
{
    return meet_open("allocate", file, NEEDS_ROOM) < 0 ? errno : NEXT(posix_fallocate)(file, offset, length);
}

int posix_fallocate64(int file, off64_t offset, off64_t length)
{
    return meet_open("allocate", file, NEEDS_ROOM) < 0 ? errno : NEXT(posix_fallocate64)(file, offset, length);
}

#define ON_PATH(name, call, kind, path, parameters, arguments) \
    int name parameters                                        \
    {                                                          \
        if (meet(call, path, kind) < 0)                        \
            return -1;                                         \
        return NEXT(name) arguments;                           \
    }
ON_PATH(rename, "rename", NEEDS_ROOM, from, (const char *from, const char *to), (from, to))
ON_PATH(link, "link", NEEDS_ROOM, to, (const char *from, const char *to), (from, to))
ON_PATH(symlink, "link", NEEDS_ROOM, to, (const char *from, const char *to), (from, to))
ON_PATH(mkdir, "mkdir", NEEDS_ROOM, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(rmdir, "rmdir", 0, path, (const char *path), (path))
ON_PATH(chmod, "chmod", 0, path, (const char *path, mode_t mode), (path, mode))
ON_PATH(truncate, "truncate", 0, path, (const char *path, off_t length), (path, length))

int unlink(const char *path)
{
    if (is_ours(path) && strcmp(path + root_length, "/.begin") == 0) {
        atomic_store(&armed, 1);
        return 0;
    }

    if (meet("unlink", path, 0) < 0)
        return -1;
    return NEXT(unlink)(path);
}
