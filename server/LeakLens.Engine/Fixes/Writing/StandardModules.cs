using System.Collections.Frozen;

namespace LeakLens.Engine.Fixes.Writing;

/// <summary>Modules of the standard library that programs import often: what stands beside one of them is the block of the standard library.</summary>
internal static class StandardModules
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "abc", "argparse", "array", "ast", "asyncio", "atexit", "base64", "bisect", "collections", "concurrent", "contextlib", "copy", "csv", "ctypes", "dataclasses",
        "datetime", "decimal", "enum", "functools", "gc", "glob", "gzip", "hashlib", "heapq", "hmac", "html", "http", "importlib", "inspect", "io", "itertools", "json",
        "linecache", "logging", "math", "mmap", "multiprocessing", "operator", "os", "pathlib", "pickle", "platform", "queue", "random", "re", "sched", "secrets",
        "select", "shelve", "shutil", "signal", "socket", "sqlite3", "ssl", "statistics", "string", "struct", "subprocess", "sys", "tarfile", "tempfile", "textwrap",
        "threading", "time", "timeit", "tracemalloc", "types", "typing", "unittest", "urllib", "uuid", "warnings", "weakref", "xml", "zipfile", "zlib",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string module) => Names.Contains(module.Split('.')[0]);
}
