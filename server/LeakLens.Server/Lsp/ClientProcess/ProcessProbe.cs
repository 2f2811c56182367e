using System.Diagnostics;

namespace LeakLens.Server.Lsp.ClientProcess;

/// <summary>Asks the operating system through a handle, which stays that of the same process whatever happens to its number.</summary>
internal sealed class ProcessProbe(Process process) : IProcessProbe
{
    public bool IsAlive
    {
        get
        {
            try
            {
                return !process.HasExited;
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It cannot be told; the closing of standard input still ends the server.
                return true;
            }
        }
    }

    public static ProcessProbe? TryCreate(int processId)
    {
        try
        {
            return new ProcessProbe(Process.GetProcessById(processId));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
