namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>What a call does with code.</summary>
internal enum ExecutionKind
{
    /// <summary><c>exec</c>, <c>eval</c> and what does the same by other names.</summary>
    Code,

    /// <summary>A file is run or imported by its path.</summary>
    File,

    /// <summary><c>pickle.loads</c>: what is loaded says which functions are called.</summary>
    Pickle,

    /// <summary>A module is imported under a name that is put together.</summary>
    Import,

    /// <summary>A function of the interpreter is fetched in a disguise and called.</summary>
    Disguise,

    /// <summary>A thread, timer or process is started.</summary>
    Start,

    /// <summary>A model or other object is loaded from a file that may run code.</summary>
    Load,
}
