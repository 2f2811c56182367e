using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Files;

/// <summary>A command of a script that starts a container: <c>docker run</c> and what does the same.</summary>
/// <param name="Place">From the program's name to its sub-command.</param>
/// <param name="Options">Those in front of the image: by their long name without hyphens; the value is empty for a switch.</param>
/// <param name="Image">Null when it is not told apart from options that come from elsewhere.</param>
/// <param name="IsOpen">Variables may hold more options.</param>
public sealed record ContainerRun(TextSpan Place, ImmutableArray<ContainerOption> Options, Word? Image, bool IsOpen)
{
    /// <summary>It goes on by itself, and is started again when it ends.</summary>
    public bool IsRestarted => Find("restart") is { Value.Text: "always" or "unless-stopped" } || Find("restart")?.Value.Text.StartsWith("on-failure", StringComparison.Ordinal) == true;

    public bool IsOn(string name) => Find(name) is { Value.Text: "" or "true" };

    /// <summary>The last of a name counts.</summary>
    public ContainerOption? Find(string name)
    {
        for (var i = Options.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Options[i].Name, name, StringComparison.Ordinal))
            {
                return Options[i];
            }
        }

        return null;
    }
}
