using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LeakLens.Server.Cli;

/// <summary>The surroundings of the real process.</summary>
internal static class ProcessHost
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a command with the process's streams. The second Ctrl-C is the system's: it ends the process at once.</summary>
    public static int Run(Func<CliHost, int> command)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = TryStop(stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = TryStop(stop));

        // Standard output is always UTF-8, and a StreamWriter spares the start-up the console's own encodings.
        // Nothing disposes of the writers: a second flush after one that failed would fail again.
        var output = new StreamWriter(OpenOutput(), Utf8, bufferSize: 16 << 10) { NewLine = "\n" };
        var error = new StreamWriter(OpenError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        if (FindWorkingFolder() is not { } workingFolder)
        {
            error.WriteLine("error: the working folder is not there any more");
            return ExitCode.BadInput;
        }

        var host = new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = StandardInputStream.Open,
            WorkingFolder = workingFolder,
            Cancellation = stop.Token,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            GetVariable = Environment.GetEnvironmentVariable,
        };
        try
        {
            var exitCode = command(host);
            output.Flush();
            return exitCode;
        }
        catch (UnauthorizedAccessException exception) when (exception.InnerException is IOException)
        {
            // Standard output was closed before the program began: nobody wants to read it.
            return ExitCode.BadInput;
        }
        catch (IOException exception)
        {
            TryWriteError(host, $"cannot write the output: {exception.Message}");
            return ExitCode.BadInput;
        }
    }

    /// <summary>Null if it was removed while the shell stood in it.</summary>
    private static string? FindWorkingFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void TryWriteError(CliHost host, string message)
    {
        try
        {
            host.WriteError(message);
        }
        catch (IOException)
        {
            // There is nobody left to tell; the exit code says it.
        }
    }

    private static Stream OpenOutput() => Console.IsOutputRedirected ? Console.OpenStandardOutput() : OpenTerminal(1) ?? Console.OpenStandardOutput();

    private static Stream OpenError() => Console.IsErrorRedirected ? Console.OpenStandardError() : OpenTerminal(2) ?? Console.OpenStandardError();

    /// <summary>
    /// A terminal's stream without the console's set-up, which on Unix writes escape sequences of its own before the first word.
    /// For a terminal only: in a file, two such streams would write over each other.
    /// </summary>
    private static FileStream? OpenTerminal(int descriptor) => OperatingSystem.IsWindows()
        ? null
        : new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    private static bool TryStop(CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested)
        {
            return false;
        }

        stop.Cancel();
        return true;
    }
}
