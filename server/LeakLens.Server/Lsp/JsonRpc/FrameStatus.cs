namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>What reading the next message from the stream gave.</summary>
internal enum FrameStatus
{
    Message,

    /// <summary>Bytes that belong to no message; they were skipped.</summary>
    Malformed,

    /// <summary>A message over the limit; it was skipped without being kept.</summary>
    TooLarge,

    /// <summary>The stream is at its end.</summary>
    End,
}
