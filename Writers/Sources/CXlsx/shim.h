#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file that is only in memory: what is in a workbook never lies on a disk. Negative if there is none to be had.
static inline int cx_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u /* MFD_CLOEXEC */); }
